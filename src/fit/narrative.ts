import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Block, StoryOutline } from "./outline-story.ts";
import type { Group, Part, Section } from "./parts.ts";

/** A list whose points have so many sentences on average tells a story. */
const SENTENCES = 1.5;

/**
 * Tells lists of what happened in prose, a paragraph a point, where the points are sentences with somebody in them who acts:
 * "Tamsin approved it on 3 April. Giles had to sign the payment." Rules, figures and what only names things stay lists.
 */
export function tellInProse({ sections, blocks, traits }: StoryOutline): Section[] {
  const narrative = new Set(blocks.filter((block) => isNarrative(block, traits)).map(({ group }) => group));
  return sections.map((section) => ({
    ...section,
    groups: section.groups.flatMap((group) => (narrative.has(group) ? toParagraphs(group) : [group])),
  }));
}

function isNarrative({ kind, group }: Block, traits: StoryOutline["traits"]): boolean {
  if ((kind !== "events" && kind !== "actions") || group.ordered) return false;
  const heads = group.parts.filter(({ of }) => of === null);
  if (
    group.parts.some(
      ({ kind: own, of }) => own === "code" || own === "explanation" || (of !== null && own === "bullet"),
    )
  )
    return false;
  const isWhole = (head: Part): boolean => hasSubject(head) && traits.get(head)?.isFragment !== true;
  const rest = group.parts.filter((part) => part.kind === "rest");
  const sentences = heads.length + rest.reduce((sum, { text }) => sum + splitSentences(text).length, 0);
  return sentences >= SENTENCES * heads.length && heads.filter(isWhole).length * 3 >= heads.length * 2;
}

/** Whether a point is a whole sentence: it ends as one, and does not open with what somebody did. */
function hasSubject({ text }: Part): boolean {
  const [first, second] = lex(text).filter(({ kind }) => kind === "word" || kind === "number");
  if (first === undefined || !/[.!?…]["”’)]*$/.test(text)) return false;
  if (listed("verbs").get(second?.key ?? "") === true) return true;
  return (
    listed("verbs").get(first.key) !== true &&
    listed("imperatives").get(first.key) !== true &&
    !/(?:ed|ing)$/.test(first.key)
  );
}

function toParagraphs({ parts }: Group): Group[] {
  const points = parts.filter(({ of }) => of === null);
  return points.map((point) => ({
    kind: "paragraph",
    ordered: false,
    leadsOn: false,
    parts: parts
      .filter((part) => part === point || part.of === point)
      .flatMap(({ text, line }) =>
        splitSentences(text).map((sentence) => ({ text: sentence, kind: "sentence" as const, of: null, line })),
      ),
  }));
}
