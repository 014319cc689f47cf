import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Role } from "../language/lexicon.ts";
import { closureOf } from "./needs.ts";
import type { Block, StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import { type HookWords, repeatsHook, worthOf } from "./worth.ts";

export interface Selection {
  outline: StoryOutline;
  hook: HookWords;
  /** How many characters the story's parts may take. */
  budget: number;
  /** Traits and kinds of lists that count more. */
  likes: ReadonlySet<string>;
  /** Parts that stay, and parts that go, whatever they are worth. */
  wanted: ReadonlySet<Part>;
  unwanted: ReadonlySet<Part>;
}

/** Shares of the budget that one thing may take at most. */
const LARGEST_SCENE = 0.4;
const LARGEST_BLOCK = 0.3;
const SHORTEST_CONTEXT = 30;
const LARGEST_CONTEXT = 190;

/** How many points of a list, and how many lines of figures, a post has at most. */
const MOST_BULLETS = 5;
const MOST_NUMBERS = 4;
const FEWEST = 2;

/** What stands beside something kept reads on from it. */
const BESIDE = 14;

/** What a post has of each of these, in this order, where the story has it. */
const COVERED: readonly Role[] = ["crisis", "turn", "outcome"];
const LARGEST_COVER = 0.3;
/** So many letters of a part of the story say something of it. */
const COVERING = 90;

/**
 * Chooses what a post tells of its story: the last line, one block of figures, one list, a passage of the crisis, the turn and the
 * outcome each, a quotation with its scene, the author's own fault, a sentence of context, then what is worth most for its length.
 * Sentences come in passages, as they stand in the story; whatever is kept stands with what it needs.
 */
export function selectParts(selection: Selection): Set<Part> {
  const { outline, wanted } = selection;
  const choice = createChoice(selection);
  for (const part of wanted) choice.add([part], Number.POSITIVE_INFINITY);
  if (outline.last !== null) choice.add([outline.last], 0.3);
  for (const kinds of [["numbers"], ["rules", "actions", "events"]] as const) addBlock(selection, choice, kinds);
  const passages = passagesOf(outline);
  const isOf = (role: Role) => (part: Part) => outline.roles.get(part) === role;
  for (const role of COVERED)
    if (lettersOf([...choice.kept].filter(isOf(role))) < COVERING)
      choice.addBest(
        passages.filter(([first]) => first !== undefined && isOf(role)(first)),
        LARGEST_COVER,
      );
  for (const trait of ["isQuotation", "isAdmission"] as const) {
    const has = (part: Part): boolean => outline.traits.get(part)?.[trait] === true;
    if (![...choice.kept].some(has))
      choice.addBest(
        passages.filter((passage) => passage.some(has)),
        LARGEST_SCENE,
      );
  }
  addContext(outline, choice);
  choice.fill(passages);
  return choice.kept;
}

/** Sentences in a row of one part of the story; a passage has at most so many. */
const LONGEST_PASSAGE = 4;

function passagesOf({ sections }: StoryOutline): Part[][] {
  return sections.flatMap(({ groups }) => {
    const prose = groups.filter(({ kind }) => kind === "paragraph" || kind === "line").flatMap(({ parts }) => parts);
    return prose.flatMap((_, from) =>
      Array.from({ length: Math.min(LONGEST_PASSAGE, prose.length - from) }, (_, more) =>
        prose.slice(from, from + more + 1),
      ),
    );
  });
}

interface Choice {
  kept: Set<Part>;
  room(): number;
  worth(part: Part): number;
  /** Keeps parts with what they need, where that takes no more than a share of the budget; tells whether it did. */
  add(parts: readonly Part[], share: number): boolean;
  /** Keeps the passage that is worth most for its length. */
  addBest(passages: readonly (readonly Part[])[], share: number): void;
  fill(passages: readonly (readonly Part[])[]): void;
}

function createChoice({ outline, hook, budget, likes, unwanted }: Selection): Choice {
  const kept = new Set<Part>();
  const order = new Map(outline.parts.map((part, index) => [part, index]));
  const worths = new Map(outline.parts.map((part) => [part, worthOf(part, outline, hook, likes)]));
  const repeats = new Set(outline.parts.filter(({ text }) => repeatsHook(text, hook)));
  const worth = (part: Part): number => worths.get(part) ?? 0;
  const cost = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + costOf(part), 0);
  const room = (): number => budget - cost([...kept]);
  /** What has to be added for some parts; null where they can't be, or say what the hook says. */
  const addition = (parts: readonly Part[]): Part[] | null => {
    if (parts.every((part) => kept.has(part)) || parts.some((part) => repeats.has(part))) return null;
    const added = new Set<Part>();
    for (const part of parts) {
      const closure = closureOf(part, outline.needs);
      if (closure === null) return null;
      for (const each of closure) if (!kept.has(each)) added.add(each);
    }
    return [...added].some((each) => unwanted.has(each)) ? null : [...added];
  };
  const isBeside = (part: Part, added: ReadonlySet<Part>): boolean => {
    const at = order.get(part) ?? 0;
    const before = outline.parts[at - 1];
    return before !== undefined && (kept.has(before) || added.has(before));
  };
  const valueOf = (parts: readonly Part[]): number => {
    const added = new Set(parts);
    const gain = parts.reduce((sum, part) => sum + worth(part) + (isBeside(part, added) ? BESIDE : 0), 0);
    return gain / (cost(parts) + EVERY_PASSAGE);
  };
  const best = (passages: readonly (readonly Part[])[], most: number): Part[] | null => {
    let found: { added: Part[]; value: number } | null = null;
    for (const passage of passages) {
      const added = addition(passage);
      if (added === null || cost(added) > most) continue;
      const value = valueOf(added);
      if (found === null || value > found.value) found = { added, value };
    }
    return found?.added ?? null;
  };
  const keep = (parts: readonly Part[] | null): boolean => {
    for (const part of parts ?? []) kept.add(part);
    return parts !== null;
  };
  return {
    kept,
    room,
    worth,
    add(parts, share) {
      const added = addition(parts);
      return keep(added === null || cost(added) > Math.min(room(), share * budget) ? null : added);
    },
    addBest: (passages, share) => void keep(best(passages, Math.min(room(), share * budget))),
    fill(passages) {
      while (keep(best(passages, room())));
    },
  };
}

/** What a passage costs beside its letters: the reader has to come to it. */
const EVERY_PASSAGE = 130;

/** A part with the white space around it. */
function costOf({ text, kind }: Part): number {
  return text.length + (kind === "sentence" ? 2 : 4);
}

/** One list: the best of its kinds, with as many of its points as a list may have. */
function addBlock({ outline, budget, likes }: Selection, choice: Choice, kinds: readonly Block["kind"][]): void {
  const ranked = outline.blocks
    .filter(({ kind }) => kinds.includes(kind))
    .map((block) => ({ block, points: pointsOf(block, choice) }))
    .filter(({ points }) => points.length >= FEWEST)
    .map(({ block, points }) => ({ block, points, value: valueOfBlock(block, points, choice, likes) }))
    .sort((a, b) => b.value - a.value);
  for (const { block, points } of ranked) {
    const fitting: Part[] = [];
    let left = Math.min(choice.room(), LARGEST_BLOCK * budget) - (block.section.title?.length ?? 0);
    for (const point of points) {
      left -= point.reduce((sum, part) => sum + costOf(part), 0);
      if (left < 0) break;
      fitting.push(...point);
    }
    const kept = fitting.filter(({ of }) => of === null).length;
    if (kept < FEWEST) continue;
    const lead = outline.needs.get(fitting[0] as Part) ?? [];
    for (const part of [...lead, ...fitting]) choice.kept.add(part);
    return;
  }
}

function valueOfBlock(
  { kind }: Block,
  points: readonly (readonly Part[])[],
  choice: Choice,
  likes: ReadonlySet<string>,
): number {
  const worth = points.flat().reduce((sum, part) => sum + choice.worth(part), 0) / points.length;
  return worth * (likes.has(kind) ? 2 : kind === "events" ? 0.9 : 1);
}

/** The points of a list that a post may have: those with the most to tell, in their order, each with its short contrast. */
function pointsOf({ kind, group }: Block, choice: Choice): Part[][] {
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

function lettersOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}

/** One sentence of who and where, unless something of the set-up is kept already. */
function addContext(outline: StoryOutline, choice: Choice): void {
  const setup = outline.parts.filter((part) => part.kind === "sentence" && outline.roles.get(part) === "setup");
  if (setup.some((part) => choice.kept.has(part))) return;
  const told = setup
    .filter(({ text }) => text.length >= SHORTEST_CONTEXT && text.length <= LARGEST_CONTEXT)
    .toSorted((a, b) => contextValue(b, outline) - contextValue(a, outline));
  for (const part of told) if (choice.add([part], 0.25)) return;
}

/** Who speaks, and from where: the first sentence, rather one in the first person. */
function contextValue(part: Part, { traits, parts }: StoryOutline): number {
  return (traits.get(part)?.isFirstPerson === true ? 14 : 0) - parts.indexOf(part) * 6;
}
