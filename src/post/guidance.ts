import { foldLetters } from "../text/letters.ts";
import { type Line, listsOf, textBehindLabel } from "../text/line.ts";

/** What a week's guidance says of one story, and what it says of all of them. */
export interface Guidance {
  own: readonly string[];
  shared: readonly string[];
}

type Guided = { id: string; title: string; series: string | null };

/** More than this of a week is not the notes of one post. */
const MOST_SHARED = 6;

/**
 * Takes from the guidance of a week what is meant for a story: the entries of a list that goes through the week's stories by
 * name ("**The invoice**: open with the sum"), and the points of all other lists.
 */
export function findGuidance(lines: readonly Line[], story: Guided, stories: readonly Guided[]): Guidance {
  const own: string[] = [];
  const shared: string[] = [];
  for (const list of listsOf(lines)) {
    const points = list.filter(({ kind, depth }) => kind === "bullet" && depth === 0);
    const meant = points.map((point) => storyMeant(point, stories));
    if (meant.every((each) => each === null)) shared.push(...points.map(({ text }) => text));
    else own.push(...points.filter((_, index) => meant[index] === story.id).map(textBehindLabel));
  }
  return { own, shared: shared.slice(0, MOST_SHARED) };
}

/** The story that a point's label names: the one that has most of its words, and at least half of them. */
function storyMeant({ label }: Line, stories: readonly Guided[]): string | null {
  const words = label === null ? [] : tellingWords(label.words);
  const ranked = stories
    .map(({ id, title, series }) => {
      const known = new Set(tellingWords(`${title} ${series ?? ""}`));
      return { id, share: words.filter((word) => known.has(word)).length / Math.max(words.length, 1) };
    })
    .sort((a, b) => b.share - a.share);
  const [best, second] = ranked;
  return best === undefined || best.share < 0.5 || best.share === second?.share ? null : best.id;
}

/** Words of four letters or more, and what has a figure in it. */
function tellingWords(text: string): string[] {
  return (foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 3 || /\p{N}/u.test(word));
}
