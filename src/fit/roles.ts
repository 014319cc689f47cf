import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Role } from "../language/lexicon.ts";
import { type Part, partsOf, type Section } from "./parts.ts";
import type { Traits } from "./traits.ts";

/** So many changes from one figure to another are what came of it. */
const CHANGES = 2;

/**
 * The part that each section of a story plays: that of its label, else that of what it tells, else that of its place: what stands first
 * sets up, what stands in front of the results turns, what stands last comes of it.
 */
export function findRoles(sections: readonly Section[], traits: ReadonlyMap<Part, Traits>): Map<Section, Role> {
  const known = sections.map((_, at) => readRole(sections, at, traits));
  return new Map(sections.map((section, at) => [section, known[at] ?? roleOfPlace(known, at)]));
}

/** The role that a section says itself to play; null where it says nothing of it. */
function readRole(sections: readonly Section[], at: number, traits: ReadonlyMap<Part, Traits>): Role | null {
  const { role = "detail", title = null } = sections[at] ?? {};
  const before = sections.slice(0, at);
  const hasChanges = partsOf(sections[at] as Section).filter((part) => traits.get(part)?.isChange).length >= CHANGES;
  // "What happened" behind what was done is what came of it.
  if (role === "crisis" && hasChanges && before.some((each) => each.role === "turn")) return "outcome";
  if (role !== "detail") return role;
  if (at === 0) return "setup";
  const isNamed = sections.some((each) => each.role === "outcome");
  if (hasChanges && !isNamed && at * 2 >= sections.length) return "outcome";
  return title === null ? null : readLabel(title);
}

/** "A year later", "After": what came of it. "What we bought instead": what was done. */
function readLabel(title: string): Role | null {
  const words = lex(title).filter(({ kind }) => kind === "word");
  const isLater = listed("laterHeads").get(words[0]?.key ?? "") === true || listed("laterLabels").find(words) !== null;
  if (isLater) return "outcome";
  return listed("insteadLabels").find(words) === null ? null : "turn";
}

function roleOfPlace(known: readonly (Role | null)[], at: number): Role {
  if (at > 1 && known[at + 1] === "outcome") return "turn";
  return at >= known.length - 2 && known.length > 3 ? "outcome" : "crisis";
}
