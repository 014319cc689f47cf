import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { costOf, type PartChoice, type Selection } from "./choice.ts";
import type { Block } from "./outline-story.ts";
import type { Part } from "./parts.ts";

/** A list may take such a share of the budget. */
const LARGEST_LIST = 0.3;

/** How many points of a list, and how many lines of figures, a post has at most. */
const MOST_BULLETS = 5;
const MOST_NUMBERS = 4;
const FEWEST = 2;

/** Keeps one list: the best of those asked for, with as many of its points as a list may have. Tells whether there was one. */
export function addList(
  { outline, budget, likes, unwanted }: Selection,
  choice: PartChoice,
  isAsked: (block: Block) => boolean,
): boolean {
  const isWanted = (part: Part): boolean => !unwanted.has(part);
  const ranked = outline.blocks
    .filter((block) => isAsked(block) && !block.group.parts.some((part) => choice.kept.has(part)))
    .map((block) => ({ block, points: pointsOf(block, choice).filter((point) => point.every(isWanted)) }))
    .filter(({ points }) => points.length >= FEWEST)
    .map(({ block, points }) => ({ block, points, value: valueOfList(block, points, choice, likes) }))
    .sort((a, b) => b.value - a.value);
  for (const { block, points } of ranked) {
    const fitting: Part[] = [];
    let left = Math.min(choice.room(), LARGEST_LIST * budget) - (block.section.title?.length ?? 0);
    for (const point of points) {
      left -= point.reduce((sum, part) => sum + costOf(part), 0);
      if (left < 0) break;
      fitting.push(...point);
    }
    if (fitting.filter(({ of }) => of === null).length < FEWEST) continue;
    const lead = outline.needs.get(fitting[0] as Part) ?? [];
    if (!lead.every(isWanted)) continue;
    for (const part of [...lead, ...fitting]) choice.kept.add(part);
    return true;
  }
  return false;
}

/** Keeps the explanations behind the names of a list, all of them, where there is room. */
export function addExplanations({ outline: { blocks }, unwanted }: Selection, choice: PartChoice): void {
  for (const { group } of blocks) {
    const own = group.parts
      .filter(({ kind, of }) => kind === "explanation" && of !== null && choice.kept.has(of))
      .filter((part) => !unwanted.has(part));
    if (own.reduce((sum, part) => sum + costOf(part), 0) > choice.room()) continue;
    for (const part of own) choice.kept.add(part);
  }
}

/** What a shape likes counts double; a list of what happened is rather told in sentences. */
const LIKED = 2;
const EVENTS = 0.9;

function valueOfList(
  { kind }: Block,
  points: readonly (readonly Part[])[],
  choice: PartChoice,
  likes: ReadonlySet<string>,
): number {
  const worth = points.flat().reduce((sum, part) => sum + choice.worth(part), 0) / points.length;
  if (likes.has(kind)) return worth * LIKED;
  return kind === "events" ? worth * EVENTS : worth;
}

/** The points of a list that a post may have: those with the most to tell, in their order, each with its short contrast. */
function pointsOf({ kind, group }: Block, choice: PartChoice): Part[][] {
  const heads = group.parts.filter(({ of, kind: own }) => of === null && own !== "code");
  const most = kind === "numbers" ? MOST_NUMBERS : MOST_BULLETS;
  const best = new Set(heads.toSorted((a, b) => choice.worth(b) - choice.worth(a)).slice(0, most));
  const chosen = kind === "rules" || group.ordered ? heads.slice(0, most) : heads.filter((part) => best.has(part));
  return chosen.map((head) => [
    head,
    ...group.parts.filter(({ of, kind: own, text }) => of === head && own === "rest" && isContrast(text)),
  ]);
}

const SHORT_CONTRAST = 34;

/** "Not about causes.", "Me included." */
function isContrast(text: string): boolean {
  const [first] = lex(text);
  return text.length <= SHORT_CONTRAST && listed("contrasts").get(first?.key ?? "") === true;
}
