import { listed } from "../language/dictionary.ts";
import { speaksOf } from "../language/document.ts";
import { keyOf } from "../language/lex.ts";
import { readBeats } from "../story/beats.ts";
import { type Line, listsOf, textBehindLabel } from "../text/line.ts";

/**
 * Finds what the guidance says of each story's hook: a list with a bullet for every story, or bullets whose label shares
 * a word with one title alone. Returns an angle or null per story.
 */
export function findAngles(guidance: string, titles: readonly string[]): (string | null)[] {
  const none = titles.map(() => null);
  if (titles.length === 0 || guidance === "") return none;
  for (const beat of readBeats({ body: guidance, bodyLine: 1 })) {
    const isOfStories = speaksOf("angleTitles", beat.title ?? "");
    for (const bullets of listsOf(beat.lines)) {
      const angles = anglesOf(bullets, titles, isOfStories);
      if (angles.some((angle) => angle !== null)) return angles;
    }
  }
  return none;
}

/** A numbered list of as many bullets as there are stories says it of each, if it speaks of stories or all of them have bold labels. */
function anglesOf(bullets: readonly Line[], titles: readonly string[], isOfStories: boolean): (string | null)[] {
  const isOnePerStory = /^\d/.test(bullets[0]?.marker ?? "") && bullets.length === titles.length;
  if (isOnePerStory && (isOfStories || bullets.every(({ label }) => label?.isBold === true)))
    return bullets.map(angleOf);
  return isOfStories ? byTitle(bullets, titles) : [];
}

function angleOf(bullet: Line): string | null {
  const text = textBehindLabel(bullet);
  return text === "" ? null : text;
}

function byTitle(bullets: readonly Line[], titles: readonly string[]): (string | null)[] {
  const found: (string | null)[] = titles.map(() => null);
  for (const bullet of bullets) {
    const label = bullet.label?.words ?? "";
    const number = storyNumberOf(label);
    const fitting = titles.flatMap((title, index) =>
      (number === null ? sharesWord(label, title) : number === index + 1) ? [index] : [],
    );
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1 && found[only] === null) found[only] = angleOf(bullet);
  }
  return found;
}

/** "Story 2", "Geschichte #2". */
function storyNumberOf(label: string): number | null {
  for (const [, word = "", digits] of label.matchAll(/(\p{L}+)\s*#?(\d+)/gu))
    if (listed("storyTitles").get(keyOf(word)) === true) return Number(digits);
  return null;
}

function sharesWord(label: string, title: string): boolean {
  const words = new Set(wordsOf(title));
  return wordsOf(label).some((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}$]{3,}/gu) ?? []).filter(tells);
}

/** Whether a word can tell one title from another. */
function tells(word: string): boolean {
  return listed("grammar").get(word) !== true && listed("titleWords").get(word) !== true;
}
