import { findTextFigures } from "../language/find-figures.ts";
import type { Role } from "../language/lexicon.ts";
import type { Group, Part, Section } from "./parts.ts";

/** What a role is worth: without its crisis and lesson a story is a report. */
const ROLE_WORTH: Readonly<Record<Role, number>> = {
  crisis: 60,
  lesson: 55,
  outcome: 50,
  setup: 46,
  turn: 36,
  detail: 26,
};

/**
 * Ranks every part of a story; the fitter leaves out the lowest first. Documented in docs/drafting.md:
 * - its role, and 10 more for the roles the post template keeps;
 * - figures (+10) and changes (+16) are the proof, what somebody said (+14) is the scene;
 * - the first of a beat opens it (+12); each further sentence or bullet counts a little less;
 * - explanations behind a bullet's name go first (−30), then `Before` and `After` in code (−40); a stated `Result` stays (+20);
 * - figures that the hook tells already count less (−10);
 * - a sentence never outranks the one before it in its paragraph, so that none is left hanging.
 */
export function rankParts(sections: readonly Section[], keep: readonly Role[], hook: string): Map<Part, number> {
  const ranks = new Map<Part, number>();
  const hookFigures = new Set(findTextFigures(hook).map((figure) => figure.text));
  for (const [at, section] of sections.entries()) {
    const role = openingRole(sections, at);
    const worth = ROLE_WORTH[role] + (keep.includes(role) ? 10 : 0);
    let index = 0;
    for (const group of section.groups) {
      rankGroup(ranks, group, section.role, worth, index, hookFigures);
      index += group.parts.length;
    }
  }
  return ranks;
}

function rankGroup(
  ranks: Map<Part, number>,
  group: Group,
  role: Role,
  worth: number,
  first: number,
  hookFigures: ReadonlySet<string>,
): void {
  let ceiling = Number.POSITIVE_INFINITY;
  for (const [at, part] of group.parts.entries()) {
    const own = Math.min(ceiling, worth + partWorth(part, group, role, first + at, hookFigures));
    // The explanations of a list stay or go together: a list with half of them reads as a mistake.
    const rank = part.kind === "explanation" ? worth - 30 - first : own;
    if (group.kind === "paragraph") ceiling = rank;
    ranks.set(part, rank);
  }
}

/** What stands in front of the first label, or of the crisis, sets the scene. */
function openingRole(sections: readonly Section[], at: number): Role {
  const section = sections[at];
  if (section === undefined) return "detail";
  return section.role === "detail" && at === 0 ? "setup" : section.role;
}

function partWorth(part: Part, group: Group, role: Role, index: number, hookFigures: ReadonlySet<string>): number {
  const figures = findTextFigures(part.text);
  let worth = index === 0 ? 12 : -Math.min(index, 8) * (role === "lesson" ? 4 : 2);
  if (figures.length > 0) worth += figures.some((figure) => figure.kind === "change") ? 16 : 10;
  if (figures.length > 0 && figures.every((figure) => hookFigures.has(figure.text))) worth -= 10;
  if (/["“][^"”]{12,}["”]/.test(part.text)) worth += 14;
  if (part.of !== null) worth -= 8;
  if (part.kind === "code") worth += codeWorth(part.text);
  if (role === "detail" && group.kind === "list") worth -= 10;
  return worth - part.text.length / 80;
}

function codeWorth(line: string): number {
  if (/^\s*(?:before|after)\b\s*:/i.test(line)) return -40;
  return /^\s*result\b\s*:/i.test(line) ? 20 : 4;
}
