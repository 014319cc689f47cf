import { splitSentences } from "../text/sentences.ts";
import type { Log } from "./merged.ts";
import { type Clash, commonTokens, MOST_TOKENS, mergeTokens } from "./tokens.ts";

/**
 * Merges three texts by lines, and by sentences where both sides changed the same lines. What both put in at one place stands
 * one behind the other; what one took out and the other changed stands; of a sentence that both changed, ours stands.
 */
export function mergeTexts(base: string, ours: string, theirs: string, log: Log): string {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const clash = { ours: cutLines(ours), base: cutLines(base), theirs: cutLines(theirs) };
  if (Math.max(clash.ours.length, clash.base.length, clash.theirs.length) > MOST_TOKENS) {
    log.asides.push({ key: null, ours: "", theirs });
    return ours;
  }
  return mergeClash(clash, (lines) => mergeSentences(lines, log));
}

/** Lines with their line ends. */
export function cutLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function mergeClash({ ours, base, theirs }: Clash, settle: (clash: Clash) => string): string {
  return mergeTokens(ours, base, theirs)
    .map((run) => {
      if ("agreed" in run) return run.agreed.join("");
      return run.base.length === 0 ? joinAdded(run) : settle(run);
    })
    .join("");
}

/** What both have put in: what they have in common once, the rest one behind the other. */
function joinAdded({ ours, theirs }: Clash): string {
  const common = commonTokens(ours, theirs);
  if (common.length > 0)
    return mergeTokens(ours, common, theirs)
      .map((run) => ("agreed" in run ? run.agreed.join("") : joinApart(run)))
      .join("");
  return joinApart({ ours, theirs });
}

function joinApart({ ours, theirs }: Pick<Clash, "ours" | "theirs">): string {
  // The blank line between two paragraphs is enough once.
  const isBlankTwice = ours.at(-1) === "\n" && theirs[0] === "\n";
  const [mine, other] = [ours.join(""), theirs.slice(isBlankTwice ? 1 : 0).join("")];
  const isApart = mine === "" || /\s$/.test(mine) || /^\s/.test(other);
  return `${mine}${isApart ? "" : " "}${other}`;
}

function mergeSentences({ base, ours, theirs }: Clash, log: Log): string {
  const clash = {
    ours: ours.flatMap(cutSentencesOf),
    base: base.flatMap(cutSentencesOf),
    theirs: theirs.flatMap(cutSentencesOf),
  };
  return mergeClash(clash, (sentences) => {
    const [mine, other] = [sentences.ours.join(""), sentences.theirs.join("")];
    if (mine.trim() !== "" && other.trim() !== "")
      log.asides.push({ key: null, ours: mine.trim(), theirs: other.trim() });
    else log.decided.push({ code: "kept", key: null, taken: (mine + other).trim(), left: "" });
    return mine.trim() === "" ? other : mine;
  });
}

/** A line as its sentences and what is between them; joined they are the line again. */
function cutSentencesOf(line: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  for (const sentence of splitSentences(line)) {
    const start = line.indexOf(sentence, at);
    if (start < 0) continue;
    if (start > at) tokens.push(line.slice(at, start));
    tokens.push(sentence);
    at = start + sentence.length;
  }
  if (at < line.length) tokens.push(line.slice(at));
  return tokens;
}
