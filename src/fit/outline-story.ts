import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Role } from "../language/lexicon.ts";
import { findNeeds, type Needs } from "./needs.ts";
import { type Group, isSpoken, type Part, partsOf, type Section } from "./parts.ts";
import { findRoles } from "./roles.ts";
import { findStandings, type Standing } from "./standing.ts";
import { readTraits, type Traits } from "./traits.ts";

/** What a list or table is to a post. */
export type BlockKind = "rules" | "actions" | "numbers" | "events" | "dialogue";

/** A list or table as a whole. */
export interface Block {
  kind: BlockKind;
  section: Section;
  group: Group;
}

/** A story taken apart for a post: its parts with what they bring and need, its lists, and the line it ends on. */
export interface StoryOutline {
  sections: readonly Section[];
  /** All parts in their order. */
  parts: readonly Part[];
  traits: ReadonlyMap<Part, Traits>;
  needs: Needs;
  roles: ReadonlyMap<Part, Role>;
  /** Where each part stands in the story. */
  standings: ReadonlyMap<Part, Standing>;
  blocks: readonly Block[];
  /** The last sentence of the story's prose, where it is short enough to end on; null where none is. */
  last: Part | null;
  /** The sentences that the story ends on: the last line with what it speaks of. */
  ending: readonly Part[];
}

/** A line to end on has at most so many characters. */
const LONGEST_LAST = 150;

export function outlineStory(sections: readonly Section[]): StoryOutline {
  const parts = sections.flatMap(({ groups }) => groups.flatMap((group) => group.parts));
  const traits = new Map(parts.map((part) => [part, traitsOf(part)]));
  const played = findRoles(sections, traits);
  const roleIn = (section: Section): Role => played.get(section) ?? "detail";
  const roles = new Map(
    sections.flatMap((section) => partsOf(section).map((part) => [part, roleIn(section)] as const)),
  );
  const needs = findNeeds(sections, traits);
  const last = findLast(sections);
  const ending = last === null ? [] : endingOf(last, sections, needs);
  return {
    sections,
    parts,
    traits,
    needs,
    roles,
    standings: findStandings(sections, { traits, needs, ending }),
    blocks: sections.flatMap((section) =>
      section.groups.flatMap((group) => blockOf(section, group, roleIn(section), traits)),
    ),
    last,
    ending,
  };
}

/** Words that are set apart as somebody's stand by themselves, and are a quotation. */
function traitsOf({ text, isQuoted }: Part): Traits {
  const traits = readTraits(text);
  return isQuoted ? { ...traits, isQuotation: true, points: false, isFragment: false, isOfSomebody: false } : traits;
}

function blockOf(section: Section, group: Group, role: Role, traits: ReadonlyMap<Part, Traits>): Block[] {
  if (group.kind === "rows") return [{ kind: "numbers", section, group }];
  if (group.kind !== "list") return [];
  const bullets = group.parts.filter(({ kind, of }) => kind === "bullet" && of === null);
  if (bullets.length < 2) return [];
  return [{ kind: kindOf(section, bullets, role, group.ordered, traits), section, group }];
}

function kindOf(
  { title }: Section,
  bullets: readonly Part[],
  role: Role,
  isOrdered: boolean,
  traits: ReadonlyMap<Part, Traits>,
): BlockKind {
  if (bullets.every(({ text }) => isSpoken(text))) return "dialogue";
  const short = bullets.filter((bullet) => isNumbers(bullet, traits)).length;
  if (short * 2 > bullets.length) return "numbers";
  const isRuleLabel = title !== null && listed("ruleLabels").find(lex(title)) !== null;
  if (isRuleLabel || isOrdered || role === "lesson") return "rules";
  return role === "turn" || role === "setup" ? "actions" : "events";
}

/** "Review average: 68", "Refunds: 14% → 5%": a short line with a figure. */
function isNumbers(bullet: Part, traits: ReadonlyMap<Part, Traits>): boolean {
  const own = traits.get(bullet);
  if (own === undefined || own.figures.length === 0) return false;
  if (own.isChange || own.isTotal || /^[^.!?]{3,60}:\s/.test(bullet.text)) return true;
  return bullet.text.length <= 60 && !(/\.$/.test(bullet.text) && hasAuxiliary(bullet.text));
}

/** "9 of the 34 had asked for a transfer": a sentence, and no line of figures. */
function hasAuxiliary(text: string): boolean {
  return lex(text).some(({ key }) => listed("verbs").get(key) === true);
}

/** A last paragraph up to so many characters is told whole; of one that is longer, the sentences that can stand by themselves. */
const LONGEST_ENDING = 160;
const SHORTEST_ENDING = 40;

function endingOf(last: Part, sections: readonly Section[], needs: Needs): Part[] {
  const parts = sections.flatMap(({ groups }) => groups).find((group) => group.parts.includes(last))?.parts ?? [last];
  const size = (from: number): number => parts.slice(from).reduce((sum, { text }) => sum + text.length + 1, 0);
  if (size(0) <= LONGEST_ENDING) return [...parts];
  const isWhole = (from: number): boolean =>
    parts
      .slice(from)
      .every(
        (part) => needs.get(part)?.every((each) => parts.indexOf(each) < 0 || parts.indexOf(each) >= from) === true,
      );
  const starts = parts.map((_, index) => index).filter((from) => isWhole(from) && size(from) <= LONGEST_ENDING);
  const from = starts.findLast((each) => size(each) >= SHORTEST_ENDING) ?? parts.length - 1;
  return parts.slice(from);
}

function findLast(sections: readonly Section[]): Part | null {
  const prose = sections.flatMap(({ groups }) =>
    groups.flatMap((group) => (group.kind === "paragraph" || group.kind === "line" ? group.parts : [])),
  );
  const last = prose.at(-1);
  const end = sections.at(-1)?.groups.at(-1)?.parts.at(-1);
  const lines = sections.flatMap(({ groups }) => groups.flatMap((group) => group.parts));
  if (last === undefined || end === undefined) return null;
  // What stands far in front of the end does not end the story.
  const isNear = lines.length - lines.indexOf(last) <= 8;
  return isNear && last.text.length <= LONGEST_LAST && /[.!?…]["”’)]*$/.test(last.text) ? last : null;
}
