import { fixLine, fixPlace } from "../fix.ts";
import { excerptOf, type Found, type PostSubject, type RepairText, type Rule, type StorySubject } from "../rule.ts";

const ABOUT = { id: "mojibake", level: "warning", about: "characters damaged by copying between programs" } as const;

/** The post's file has characters that copying between programs has damaged. */
export const postMojibake: Rule<PostSubject> = { ...ABOUT, find: ({ text, repair }) => findDamage(text, repair) };

/** The story's file has such characters. */
export const storyMojibake: Rule<StorySubject> = { ...ABOUT, find: ({ text, repair }) => findDamage(text, repair) };

function findDamage(text: string, repair: RepairText | null): Found[] {
  // Plain ASCII can't be damaged, and is most of what there is.
  if (/^[\0-\x7f]*$/.test(text)) return [];
  if (repair === null && !text.includes("\ufffd")) return [];
  const lines = text.split("\n");
  const repaired = repair === null ? lines : repair(text).split("\n");
  return lines.flatMap((line, index): Found[] => {
    const mended = repaired[index] ?? line;
    if (mended !== line)
      return [
        {
          line: index + 1,
          message: `Damaged characters: ${wordDifference(line, mended)}.`,
          remedy: "Put the right ones in. Whole documents are repaired by storybank import.",
          excerpt: excerptOf(line, firstDifference(line, mended)),
          ...fixPlace(fixLine(text, index + 1, () => mended)),
        },
      ];
    const lost = line.indexOf("\ufffd");
    if (lost < 0) return [];
    return [
      {
        line: index + 1,
        message: "A character is lost: � stands in its place.",
        remedy: "Look it up in the original, and write it again.",
        excerpt: excerptOf(line, lost),
      },
    ];
  });
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** "â€” was —" */
function wordDifference(damaged: string, mended: string): string {
  const at = firstDifference(damaged, mended);
  const character = String.fromCodePoint(mended.codePointAt(at) ?? 0x20);
  let end = at;
  while (end < damaged.length && damaged.charCodeAt(end) >= 0x80) end++;
  return `${damaged.slice(at, Math.min(end, at + 6))} was ${character}`;
}
