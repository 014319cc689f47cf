import type { Role } from "../language/lexicon.ts";
import type { BlockKind } from "./outline-story.ts";
import { isOfSequence, type Section } from "./parts.ts";

/** What a list adds as a whole: a post has a block of figures, and what is done or was done. */
const WHOLE: Readonly<Record<BlockKind, number>> = { numbers: 60, rules: 45, actions: 26, events: 4, dialogue: 50 };
const LIKED = 150;
/** The moment when all went wrong is told whole; one phase of four says little. */
const CRISIS = 36;
const RESULTS = 30;
/** What was done about it is what a reader came for. */
const DONE = 140;
const ONE_OF_MANY = 150;

/** What a list adds to its points as a whole. */
export function bonusOf(
  kind: BlockKind,
  role: Role,
  { title, role: named }: Section,
  likes: ReadonlySet<string>,
  isChanges: boolean,
): number {
  const liked = likes.has(kind) ? LIKED : 0;
  const oneOfMany = isOfSequence(title ?? "") ? ONE_OF_MANY : 0;
  return WHOLE[kind] + telling(kind, role, named === "turn" && !isChanges) + liked - oneOfMany;
}

function telling(kind: BlockKind, role: Role, isDone: boolean): number {
  if (kind === "events" && role === "crisis") return CRISIS;
  if (role === "turn" && (kind === "actions" || kind === "rules" || (kind === "numbers" && isDone))) return DONE;
  return kind === "numbers" && role === "outcome" ? RESULTS : 0;
}
