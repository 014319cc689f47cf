import type { Role } from "../language/lexicon.ts";
import { addExplanations, addList } from "./add-list.ts";
import { createChoice, type PartChoice, type Selection } from "./choice.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import { findSteps } from "./steps.ts";

/** Shares of the budget that one thing may take at most. */
const LARGEST_SCENE = 0.4;
const SHORTEST_CONTEXT = 30;
const LARGEST_CONTEXT = 190;

const LARGEST_STEPS = 0.5;

/** So large a share of the budget without anything to fill it is room for a further list. */
const SPARE = 0.3;

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
  addList(selection, choice, ({ kind }) => kind === "numbers");
  addList(selection, choice, ({ kind }) => kind !== "numbers");
  const passages = passagesOf(outline);
  choice.add(findSteps(outline, choice.worth), LARGEST_STEPS);
  const isOf = (role: Role) => (part: Part) => outline.roles.get(part) === role;
  for (const role of COVERED) {
    const isCovered = (): boolean => lettersOf([...choice.kept].filter(isOf(role))) >= COVERING;
    const own = passages.filter(([first]) => first !== undefined && isOf(role)(first));
    if (!isCovered()) choice.addBest(own, LARGEST_COVER);
    if (!isCovered()) addList(selection, choice, ({ group }) => group.parts.some(isOf(role)));
  }
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
  addExplanations(selection, choice);
  // A story that is told in lists has another one to tell.
  while (choice.room() > SPARE * selection.budget && addList(selection, choice, () => true));
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

/** One sentence of who and where, unless something of the set-up is kept already. */
function addContext(outline: StoryOutline, choice: PartChoice): void {
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

function lettersOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}
