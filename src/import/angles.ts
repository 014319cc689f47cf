import { readBeats } from "../story/beats.ts";
import { type Line, listsOf, textBehindLabel } from "../text/line.ts";

/** Words too common to tell one title from another. */
const COMMON = new Set(
  "the a an of and to in for that this with story crisis changed everything from on my our".split(" "),
);

/**
 * Finds what the guidance says of each story's hook: a list with a bullet for every story, or bullets whose label shares
 * a word with one title alone. Returns an angle or null per story.
 */
export function findAngles(guidance: string, titles: readonly string[]): (string | null)[] {
  const none = titles.map(() => null);
  if (titles.length === 0 || guidance === "") return none;
  for (const beat of readBeats({ body: guidance, bodyLine: 1 })) {
    const speaksOfStories = /\b(?:hooks?|stor(?:y|ies)|angles?|aufhänger|accroches?)\b/i.test(beat.title ?? "");
    for (const bullets of listsOf(beat.lines)) {
      const isOnePerStory = /^\d/.test(bullets[0]?.marker ?? "") && bullets.length === titles.length;
      if (!speaksOfStories && !(isOnePerStory && bullets.every(({ label }) => label?.isBold === true))) continue;
      const angles = isOnePerStory ? bullets.map(angleOf) : byTitle(bullets, titles);
      if (angles.some((angle) => angle !== null)) return angles;
    }
  }
  return none;
}

function angleOf(bullet: Line): string | null {
  const text = textBehindLabel(bullet);
  return text === "" ? null : text;
}

function byTitle(bullets: readonly Line[], titles: readonly string[]): (string | null)[] {
  const found: (string | null)[] = titles.map(() => null);
  for (const bullet of bullets) {
    const label = bullet.label?.words ?? "";
    const number = /\bstory\s*#?(\d+)/i.exec(label)?.[1];
    const fitting = titles.flatMap((title, index) =>
      (number === undefined ? sharesWord(label, title) : Number(number) === index + 1) ? [index] : [],
    );
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1 && found[only] === null) found[only] = angleOf(bullet);
  }
  return found;
}

function sharesWord(label: string, title: string): boolean {
  const words = new Set(wordsOf(title));
  return wordsOf(label).some((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}$]{3,}/gu) ?? []).filter((word) => !COMMON.has(word));
}
