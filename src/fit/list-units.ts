import { listed } from "../language/dictionary.ts";
import { findAmounts } from "../language/find-amounts.ts";
import { lex } from "../language/lex.ts";
import type { Role } from "../language/lexicon.ts";
import { choosePoints, isSequence } from "./choose-points.ts";
import { type HookWords, repeatsHook } from "./hook-words.ts";
import { bonusOf } from "./list-worth.ts";
import type { Block, BlockKind, StoryOutline } from "./outline-story.ts";
import { type Group, isSpoken, type Part, type Section } from "./parts.ts";
import { saysOnlyWhen } from "./traits.ts";
import { costOf, type Selection, type StoryUnit } from "./unit.ts";
import { chanceOf, worthOf } from "./worth.ts";

/** How many points of a list, and how many lines of figures, a post has at most. */
const MOST_BULLETS = 5;
const MOST_NUMBERS = 4;
/** Two points of a long list look like what was left over. */
const FEWEST = { points: 3, numbers: 2 };

/** Where a list stands among the units. */
export interface ListPlace {
  /** Where each sentence stands. */
  places: Map<Part, number>;
  place: number;
  stage: number;
}

/** The ways to tell a list: with as many of its points as a post may have, with fewer, and with what its points go on to say. */
export function makeLists(selection: Selection, section: Section, group: Group, at: ListPlace): StoryUnit[] {
  const { outline, unwanted, wanted } = selection;
  const block = outline.blocks.find((each) => each.group === group);
  const lead = leadOf(section, group);
  if (block === undefined || (lead !== undefined && unwanted.has(lead))) return [];
  const points = findPoints(selection, block);
  const asked = points.filter((point) => wanted.has(point));
  const most = Math.max(asked.length, isNumbers(block, points) ? MOST_NUMBERS : MOST_BULLETS);
  const isWhole = isOnePiece(block, points, lead?.text ?? section.title ?? "", outline);
  const list: ListToTell = {
    ...at,
    block,
    points,
    few: isWhole ? points.length : fewestOf(block, points),
    most: isWhole ? points.length : Math.min(most, points.length),
    role: outline.roles.get(points[0] ?? (group.parts[0] as Part)) ?? "detail",
    lead,
    behind: lead === undefined ? placeInFront(points[0], outline, at.places) : (at.places.get(lead) ?? null),
  };
  if (block.kind === "dialogue") for (const part of group.parts) at.places.set(part, at.place);
  return tellInWays(list, asked, selection);
}

function fewestOf({ kind }: Block, points: readonly Part[]): number {
  return Math.min(FEWEST[kind === "numbers" || isSequence(points) ? "numbers" : "points"], points.length);
}

/** Figures, but not "Week 1: …" to "Week 5: …". */
function isNumbers({ kind }: Block, points: readonly Part[]): boolean {
  return kind === "numbers" && !isSequence(points);
}

/** A bill without one of its lines no longer adds up, of "three rules:" there are three, and who is asked answers. */
function isOnePiece({ kind }: Block, points: readonly Part[], lead: string, outline: StoryOutline): boolean {
  if (kind === "dialogue") return true;
  if (points.length > MOST_BULLETS) return false;
  return isBill(points, outline) || saysHowMany(lead, points.length);
}

/** "Three rules:" */
function saysHowMany(lead: string, count: number): boolean {
  return findAmounts(lead, lex(lead), NONE).some(({ kind, value }) => kind === "number" && value === count);
}

const NONE: ReadonlySet<number> = new Set();

/** The ways to tell a list, from as many of its points as it may have down to few. */
function tellInWays(list: ListToTell, asked: readonly Part[], selection: Selection): StoryUnit[] {
  const { block, points, few } = list;
  const { group } = block;
  const made = new Map<string, StoryUnit>();
  for (let count = list.most; count >= few; count--) {
    const chosen = choosePoints(block, points, new Set(asked), count, (part) => rankOf(part, selection));
    for (const least of LEAST_TO_GO_ON) {
      const parts = group.parts.filter((part) => isTold(part, chosen, least, selection));
      const isWhole =
        parts.every((part) => selection.outline.needs.has(part)) && asked.every((point) => parts.includes(point));
      if (isWhole)
        made.set(parts.map(({ line, kind }) => `${line}${kind}`).join(), tellList(list, parts, chosen, selection));
    }
  }
  return [...made.values()];
}

interface ListToTell extends ListPlace {
  block: Block;
  points: readonly Part[];
  /** How many of its points a post has at least, and at most. */
  few: number;
  most: number;
  role: Role;
  lead: Part | undefined;
  behind: number | null;
}

function isBill(points: readonly Part[], { traits }: StoryOutline): boolean {
  return points.some((point) => traits.get(point)?.isTotal === true);
}

/** The sum of a bill, where the hook has not told it. */
function isTotalOf(part: Part, { traits }: StoryOutline, hook: HookWords): boolean {
  const own = traits.get(part);
  return own?.isTotal === true && !own.figures.every(({ text }) => hook.figures.has(text));
}

/** The points of a list that a post may tell. */
function findPoints(selection: Selection, { kind, group: { parts } }: Block): Part[] {
  const isTellable = ({ of, kind: own, text }: Part): boolean =>
    of === null && own !== "code" && (own === "row" || !repeatsHook(text, selection.hook));
  const points = parts.filter((part) => isTellable(part) && !selection.unwanted.has(part));
  return kind === "numbers" ? withoutFlat(points, selection) : points;
}

/** What was asked for, and the total of a bill, come before all else; what a point goes on to say counts where it tells much. */
function rankOf(part: Part, { outline, hook, likes, wanted }: Selection): number {
  if (wanted.has(part) || isTotalOf(part, outline, hook)) return Number.POSITIVE_INFINITY;
  const worth = (each: Part): number => worthOf(each, outline, hook, likes);
  const [most = 0] = outline.parts
    .filter((each) => each.of === part && chanceOf(each, outline, hook, likes) >= TELLING)
    .map(worth)
    .toSorted((a, b) => b - a);
  return worth(part) + REST * most;
}

/** Whether a part is told with some points: one of them, what one of them needs, or what one goes on to say. */
function isTold(part: Part, chosen: readonly Part[], least: number, selection: Selection): boolean {
  const { outline, unwanted, wanted, hook, likes } = selection;
  if (chosen.some((point) => point === part || outline.needs.get(point)?.includes(part) === true)) return true;
  if (!chosen.some((point) => point === part.of) || unwanted.has(part)) return false;
  if (wanted.has(part) || isContrast(part) || (part.kind === "rest" && onlyOpens(part.of, outline))) return true;
  return part.kind !== "code" && chanceOf(part, outline, hook, likes) >= least;
}

function tellList(
  { block: { kind, section }, place, stage, role, lead, behind, most }: ListToTell,
  parts: readonly Part[],
  chosen: readonly Part[],
  { outline, hook, likes }: Selection,
): StoryUnit {
  const own = parts.reduce((sum, part) => sum + worthOf(part, outline, hook, likes) * (part.of === null ? 1 : REST), 0);
  const bill = isBill(chosen, outline) ? BILL : 0;
  const isChanges = chosen.filter((point) => outline.traits.get(point)?.isChange).length * 2 >= chosen.length;
  const half = (kind === "numbers" ? FEWER_NUMBERS : HALF) * (most - chosen.length);
  return {
    kind: SORTS[kind],
    list: kind,
    parts,
    place,
    stage,
    role,
    cost: parts.reduce((sum, part) => sum + costOf(part), labelCost(section, lead)),
    worth: own * LIST * (kind === "events" ? EVENTS : 1) + bonusOf(kind, role, section, likes, isChanges) + bill - half,
    behind,
    before: null,
    readsOn: false,
    opensMore: false,
    end: place,
    expects: false,
    leans: false,
  };
}

/** A change of less than so much is none. */
const FLAT = 1.1;

/** "Compute: €1,240 → €1,265" says nothing beside what multiplied. */
function withoutFlat(heads: readonly Part[], { outline, wanted }: Selection): Part[] {
  const isFlat = (part: Part): boolean => {
    const change = outline.traits.get(part)?.figures.find(({ kind }) => kind === "change");
    if (change?.from == null || change.to === null || wanted.has(part)) return false;
    const [least = 0, most = 0] = [change.from.value, change.to.value].toSorted((a, b) => a - b);
    // From 94% to 99.7% is far where the rest is what counts.
    const isOfShare = change.from.unit === "%" && most <= 100;
    return most < FLAT * least && !(isOfShare && 100 - least >= FLAT * (100 - most));
  };
  // A small table is told with what stayed as it was: that, too, is a result.
  if (heads.length < MOST_NUMBERS) return [...heads];
  const moved = heads.filter((head) => !isFlat(head));
  return moved.length >= FEWEST.numbers ? moved : [...heads];
}

/** The letters of a list say less than a scene's; a list that is told by half says less than its points do. */
const LIST = 0.6;
const EVENTS = 0.8;
const HALF = 34;
const FEWER_NUMBERS = 20;
/** What something cost, with its total. */
const BILL = 180;

/** What each kind of list counts as; what people say to each other is a scene. */
const SORTS: Readonly<Record<BlockKind, StoryUnit["kind"]>> = {
  numbers: "numbers",
  rules: "list",
  actions: "list",
  events: "list",
  dialogue: "sentence",
};
/** "February 2022." as a point says when, and only what follows says what. */
function onlyOpens(point: Part | null, { traits }: StoryOutline): boolean {
  const own = point === null ? undefined : traits.get(point);
  return point !== null && own?.isFragment === true && saysOnlyWhen(point.text);
}

/** What points go on to say is told of all, of those where it tells much, or of none: how likely it has to be. */
const TELLING = 0.25;
const LEAST_TO_GO_ON = [0, TELLING, Number.POSITIVE_INFINITY];
/** What a point goes on to say. */
const REST = 0.7;

/** Where what is answered stands, for what people say to each other. */
function placeInFront(
  first: Part | undefined,
  { needs }: StoryOutline,
  places: ReadonlyMap<Part, number>,
): number | null {
  if (first === undefined || !isSpoken(first.text)) return null;
  return needs.get(first)?.flatMap((each) => places.get(each) ?? [])[0] ?? null;
}

const SHORT_CONTRAST = 34;

/** "Not about causes.", "Me included." */
function isContrast({ kind, text }: Part): boolean {
  const [first] = lex(text);
  return kind === "rest" && text.length <= SHORT_CONTRAST && listed("contrasts").get(first?.key ?? "") === true;
}

function leadOf({ groups }: Section, group: Group): Part | undefined {
  const before = groups[groups.indexOf(group) - 1];
  return before?.leadsOn === true ? before.parts.at(-1) : undefined;
}

function labelCost({ title }: Section, lead: Part | undefined): number {
  return lead === undefined && title !== null ? title.length + 3 : 2;
}
