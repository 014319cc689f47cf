import { cutThread } from "../../fit/thread.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import { firstWords } from "../../post/notes.ts";
import { findPlatform, PLATFORMS } from "../../post/platforms.ts";
import { thousands } from "../../post/thousands.ts";
import { isHashtagLine } from "../../text/hashtag-line.ts";
import { type Line, leadsOn } from "../../text/line.ts";
import { printLines } from "../../text/plain.ts";
import type { Found, PostSubject, Rule } from "../rule.ts";

/** The post is longer than its platform takes. */
export const overLimit: Rule<PostSubject> = {
  id: "over-limit",
  level: "error",
  about: "longer than the platform takes",
  find({ post, text: file, platform, counter, lines }) {
    if (findPlatform(post.platform) === undefined)
      return [
        {
          line: keyLine(file, "platform"),
          message: `There is no platform “${post.platform}”.`,
          remedy: `There are: ${PLATFORMS.map(({ name }) => name).join(", ")}.`,
        },
      ];
    const text = printLines(lines);
    if (platform.limit === null || counter.fits(text)) return [];
    const count = counter.count(text);
    const excess = count - platform.limit;
    const message =
      excess > 0
        ? `The post is ${thousands(excess)} over ${platform.title}'s ${thousands(platform.limit)} ${platform.unitName}: it has ${thousands(count)}.`
        : `The post is over ${platform.title}'s ${thousands(platform.mostBytes ?? 0)} bytes.`;
    const found: Found = { line: lines[0]?.line ?? 1, message, remedy: wordCuts(lines, counter) };
    if (!platform.isThreaded) return [found];
    const parts = cutThread(lines, counter.fits, false).length;
    return [{ ...found, remedy: `As it is, render makes a thread of ${parts}. ${found.remedy}` }];
  },
};

/** More names than this are a wall of text. */
const MOST_NAMED = 6;

function wordCuts(lines: readonly Line[], counter: PostSubject["counter"]): string {
  const cuts = smallestCuts(lines, counter);
  if (cuts.length === 0) return "Shorten it: no paragraph taken out whole makes it fit.";
  const words = cuts.map(
    ({ lines: part, length }) => `“${firstWords(part[0]?.text ?? "")}” (line ${part[0]?.line}, ${length} characters)`,
  );
  if (words.length > MOST_NAMED) words.splice(MOST_NAMED, words.length, `${words.length - MOST_NAMED} more such parts`);
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  return `It fits without ${list}.`;
}

interface Cut {
  lines: readonly Line[];
  length: number;
}

/**
 * The smallest set of paragraphs and lists whose removal makes the post fit: as few as can be, and of those the shortest.
 * The hook, the last question and the hashtags stay.
 */
function smallestCuts(lines: readonly Line[], counter: PostSubject["counter"]): Cut[] {
  const blocks = toBlocks(lines);
  const question = blocks.findLast((block) => block.some(({ text }) => text.includes("?")));
  const removable = blocks
    .filter((block, index) => index > 0 && block !== question && !block.every(({ text }) => isHashtagLine(text)))
    .map((block) => ({ lines: block, length: counter.count(printLines(block)) }))
    .sort((a, b) => b.length - a.length);
  const fitsWithout = (cuts: readonly Cut[]): boolean => {
    const gone = new Set(cuts.flatMap((cut) => cut.lines));
    return counter.fits(printLines(lines.filter((line) => !gone.has(line))));
  };
  if (!fitsWithout(removable)) return [];
  let [none, count] = [0, removable.length];
  while (count - none > 1) {
    const middle = Math.floor((none + count) / 2);
    if (fitsWithout(removable.slice(0, middle))) count = middle;
    else none = middle;
  }
  const largest = removable.slice(0, count - 1);
  const last = removable
    .slice(count - 1)
    .toReversed()
    .find((cut) => fitsWithout([...largest, cut]));
  const chosen = [...largest, ...(last === undefined ? [] : [last])];
  return chosen.sort((a, b) => (a.lines[0]?.line ?? 0) - (b.lines[0]?.line ?? 0));
}

/** What stands between blank lines, a label together with what it stands in front of. */
function toBlocks(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let leads = false;
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block === undefined || (line.gap === "blank" && !leads)) blocks.push([line]);
    else block.push(line);
    leads = leadsOn(line);
  }
  return blocks;
}
