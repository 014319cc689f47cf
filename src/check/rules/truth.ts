import { isSameText, readConfirmations } from "../../post/confirmations.ts";
import { confirmStatements } from "../../truth/confirm.ts";
import { holdAgainst } from "../../truth/hold-against.ts";
import type { Detail, Statement } from "../../truth/statement.ts";
import type { TruthRule } from "../../truth/truth-rule.ts";
import type { Level } from "../finding.ts";
import { excerptOf, type Found, type PostSubject, type Rule } from "../rule.ts";

const statements = new WeakMap<PostSubject, readonly Statement[]>();

/** The post held against its story, once for all rules; null where there is no story to hold it against. */
export function statementsOf(subject: PostSubject): readonly Statement[] | null {
  if (subject.story === null) return null;
  const known = statements.get(subject);
  if (known !== undefined) return known;
  const held = confirmStatements(
    holdAgainst(subject.story, subject.lines, { text: subject.text }),
    readConfirmations(subject.post.data.get("confirmed")),
  );
  statements.set(subject, held);
  return held;
}

/** Whether words of a statement were confirmed. */
export function isConfirmed({ post }: PostSubject, { text }: Statement): boolean {
  return readConfirmations(post.data.get("confirmed")).some(({ sentence }) => isSameText(sentence, text));
}

/** What a rule says of a detail, and what to do about it. */
interface Wording {
  message(detail: Detail): string;
  remedy(detail: Detail): string;
}

const said = ({ because, source }: Detail): string =>
  `${because}${source === null ? "" : ` (${source.line === null ? "its hook" : `line ${source.line} of the story`}: “${excerptOf(source.text)}”)`}`;

const correct = ({ fix }: Detail): string =>
  fix === null ? "Say it as the story does, or correct the story." : `Write ${fix}, or correct the story.`;

/** Words of a finding by its rule. */
const WORDINGS: Readonly<Record<TruthRule, Wording>> = {
  "figure-not-in-story": {
    message: (detail) =>
      detail.certainty === "weak"
        ? `${detail.text} is not in the story; you may have worked it out.`
        : `${detail.text} does not go back to the story: ${said(detail)}.`,
    remedy: ({ certainty }) =>
      certainty === "weak"
        ? "If it is right, add it to the story, or confirm it in its post (storybank confirm)."
        : "Say the story's figure, or add this one to the story.",
  },
  "figure-of-another-thing": {
    message: (detail) => `${detail.text} is the story's figure for something else: ${said(detail)}.`,
    remedy: correct,
  },
  "time-not-in-story": {
    message: (detail) => `${detail.text} is not the story's time: ${said(detail)}.`,
    remedy: correct,
  },
  "name-not-in-story": {
    message: (detail) => `${detail.text} is not the story's name: ${said(detail)}.`,
    remedy: correct,
  },
  "quote-not-in-story": {
    message: (detail) => `“${excerptOf(detail.text)}” is quoted, but not in these words: ${said(detail)}.`,
    remedy: correct,
  },
  "direction-reversed": { message: (detail) => `“${detail.text}” turns it round: ${said(detail)}.`, remedy: correct },
  "negation-reversed": { message: (detail) => `“${detail.text}” says the opposite: ${said(detail)}.`, remedy: correct },
  "scope-widened": {
    message: (detail) => `“${detail.text}” says more than the story: ${said(detail)}.`,
    remedy: correct,
  },
  "act-of-another": { message: (detail) => `“${detail.text}” did not do this: ${said(detail)}.`, remedy: correct },
  "sentence-without-source": {
    message: (detail) => `Nothing in the story says this: “${excerptOf(detail.text)}”.`,
    remedy: () => "Take it out, or add it to the story.",
  },
};

/** Turns a detail into what its rule finds. */
export function foundOf(rule: TruthRule, statement: Statement, detail: Detail): Found {
  const { message, remedy } = WORDINGS[rule];
  const fix = detail.fix === null ? null : { start: detail.start, end: detail.end, text: detail.fix };
  return {
    line: statement.line,
    message: message(detail),
    remedy: remedy(detail),
    excerpt: excerptOf(statement.text, statement.text.indexOf(detail.text)),
    start: detail.start,
    end: detail.end,
    fix,
    ...(detail.instead === undefined
      ? {}
      : { instead: [{ start: detail.start, end: detail.end, text: detail.instead }] }),
    storyLine: detail.source?.line ?? null,
  };
}

function truthRule(id: TruthRule, level: Level, about: string): Rule<PostSubject> {
  return {
    id,
    level,
    about,
    find: (subject) =>
      (statementsOf(subject) ?? []).flatMap((statement) =>
        statement.details.flatMap((detail) => (detail.rule === id ? [foundOf(id, statement, detail)] : [])),
      ),
  };
}

export const TRUTH_RULES: readonly Rule<PostSubject>[] = [
  truthRule("figure-of-another-thing", "warning", "a figure that the story has of something else"),
  truthRule("time-not-in-story", "warning", "a date, weekday or clock time that is not the story's"),
  truthRule("name-not-in-story", "warning", "a name that the story does not have there"),
  truthRule("quote-not-in-story", "error", "a quotation in other words than the story's"),
  truthRule("direction-reversed", "warning", "what rose, came first or was more, turned round"),
  truthRule("negation-reversed", "warning", "what the story denies, or the other way round"),
  truthRule("scope-widened", "warning", "every, all or none where the story says how many"),
  truthRule("act-of-another", "warning", "what somebody else did in the story"),
  truthRule("sentence-without-source", "warning", "a sentence with facts that rests on nothing"),
];
