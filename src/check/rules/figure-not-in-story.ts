import { findFigureAt } from "../../figures/alignment.ts";
import { isEqual } from "../../figures/equal.ts";
import type { Source } from "../../figures/sources.ts";
import { findReversed, isSlipFor, nearestSource } from "../../figures/trace.ts";
import { traceText } from "../../figures/traced-text.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import { findTextFigures } from "../../language/find-figures.ts";
import { isQuantity, type Quantity } from "../../language/quantity.ts";
import type { StoryReading } from "../../story/reading.ts";
import { isOwn, isOwnButNumbers } from "../../truth/own-words.ts";
import { type Locate, lineStarts, locateLine, locateWords } from "../../truth/place.ts";
import type { Detail, Statement } from "../../truth/statement.ts";
import type { Level } from "../finding.ts";
import { excerptOf, type Found, type PostSubject, type Rule, type StorySubject } from "../rule.ts";
import { foundOf, isConfirmed, statementsOf } from "./truth.ts";

const ABOUT = { id: "figure-not-in-story", level: "error", about: "a figure that the story does not state" } as const;

/** A figure of the post goes back to nothing that its story states. */
export const postFigures: Rule<PostSubject> = {
  ...ABOUT,
  find(subject) {
    const { post, text, story, templateFigures, platform } = subject;
    if (story === null) {
      if (post.story === null) return [];
      return [
        {
          line: keyLine(text, "story"),
          message: `The post's story, ${post.story}, is not there or can't be read, so no figure can be traced.`,
          remedy: "Correct story: in the post, or bring the story back with: storybank restore",
        },
      ];
    }
    const isExplained = (figure: Quantity): boolean =>
      templateFigures.some((other) => isEqual(figure, other)) ||
      (figure.kind === "clock" && isPostingTime(figure, post.planned.time));
    const title =
      platform.form === "markdown" && !isOwn(post.title, story)
        ? findStrangers({ text: post.title, line: 1, locate: null }, story, isExplained, POST_WORDS)
        : [];
    const starts = lineStarts(text);
    const code = subject.lines
      .filter(({ kind }) => kind === "code")
      .map((line) => ({ ...line, locate: locateLine(line, text, starts) }))
      .flatMap((line) => findStrangers(line, story, isExplained, POST_WORDS));
    return [
      ...title,
      ...code,
      ...(statementsOf(subject) ?? []).flatMap((statement) =>
        judge(
          statement,
          locateWords(statement.text, text, statement.start),
          story,
          isExplained,
          isConfirmed(subject, statement),
        ),
      ),
    ];
  },
};

/** Where only numbers were changed in a sentence of the story, its other sentences say which; anything else is held against all of it. */
function judge(
  statement: Statement,
  locate: Locate,
  story: StoryReading,
  isExplained: (figure: Quantity) => boolean,
  isSettled: boolean,
): readonly Found[] {
  if (statement.verdict === "said" && statement.details.length === 0) return [];
  if (!isSettled && isOwnButNumbers(statement.text, story)) {
    // Where a few words are others, too, the figure may follow from more than the sentence that it stood in.
    const isSure =
      isOwnButNumbers(statement.text, story, 1) || statement.details.some(({ rule }) => rule === "figure-not-in-story");
    const isTraced = statement.details.every(({ rule }) => rule === null);
    // Its evidence is found when it is asked for, and so is not copied.
    const { text, line } = statement;
    const strangers = findStrangers({ text, line, locate }, story, isExplained, POST_WORDS, isTraced);
    if (strangers.length > 0)
      return strangers.map((found) => (isSure ? found : { ...found, level: "warning" as const }));
  }
  return statement.details.flatMap((detail) =>
    detail.rule !== "figure-not-in-story" ||
    findTextFigures(detail.text).some((figure) => isQuantity(figure) && isExplained(figure))
      ? []
      : [withNearest({ ...foundOf(detail.rule, statement, detail), level: levelOf(detail) }, detail, story)],
  );
}

/** The story's figure that is nearest in size is likelier meant than that of the nearest sentence. */
function withNearest(found: Found, { start, end, text }: Detail, { sources }: StoryReading): Found {
  const figure = findTextFigures(text).find(isQuantity);
  const nearest = figure === undefined ? null : nearestSource(figure, sources);
  if (figure === undefined || nearest === null || !isSlipFor(figure, nearest)) return found;
  const others = found.instead?.filter((other) => other.text !== nearest.text) ?? [];
  return { ...found, instead: [{ start, end, text: nearest.text }, ...others] };
}

/** A figure of the story's own hook is not one of its text. */
export const hookFigures: Rule<StorySubject> = {
  ...ABOUT,
  find({ reading, text }) {
    const { hook } = reading.story;
    if (hook === null || reading.beats.length === 0) return [];
    const line = keyLine(text, "hook");
    const at = text.indexOf(hook, lineStarts(text)[line - 1]);
    const locate = at < 0 ? null : locateWords(hook, text, at);
    return findStrangers({ text: hook, line, locate }, reading, () => false, HOOK_WORDS);
  },
};

/** Words with their line, and where they stand in the file; null where that is not known. */
interface Said {
  text: string;
  line: number;
  locate: Locate | null;
}

interface Words {
  /** "$2M ... at this place" */
  missing: string;
  /** What its author may correct or add to. */
  source: string;
}

const POST_WORDS: Words = { missing: "is not in the story", source: "the story" };
const HOOK_WORDS: Words = { missing: "of the hook is not in the story's text", source: "the text" };

/** Numbers in digits have earned an error where the story plainly has another (95% of what is found is wrong on the cases of docs/truth.md), others a warning. */
function levelOf({ text, certainty }: Detail): Level {
  if (certainty === "weak") return "advice";
  return certainty === "strong" && /\d/.test(text) && !text.includes("%") ? "error" : "warning";
}

function findStrangers(
  { text, line, locate }: Said,
  { sources }: StoryReading,
  isExplained: (figure: Quantity) => boolean,
  { missing, source: corrected }: Words,
  isTraced = false,
): Found[] {
  // Where the story has the same words around another number, the post was meant to say that one.
  const { figures, changed } = traceText(text, sources);
  const strangers = isTraced ? [] : figures.filter(({ figure, source }) => source === null && !isExplained(figure));
  const reversed = findTextFigures(text).flatMap((figure): Found[] => {
    const reversed = findReversed(figure, sources);
    return reversed === null
      ? []
      : [
          {
            line,
            message: `${figure.text} is the other way round in the story: ${reversed.text} (line ${reversed.line} of the story).`,
            remedy: `Write ${reversed.text}, or correct ${corrected}.`,
            excerpt: excerptOf(text, figure.start),
            ...placeOf(figure, reversed.text, locate),
            storyLine: reversed.line,
          },
        ];
  });
  return [
    ...reversed,
    ...changed.map(({ number, source }): Found => {
      const figure = findFigureAt(text, number.start) ?? number;
      return {
        line,
        message: `${figure.text} ${missing} at this place; it says ${source.text} (${source.line === null ? "its hook" : `line ${source.line} of the story`}).`,
        remedy: `Write ${source.text}, or correct ${corrected}.`,
        excerpt: excerptOf(text, number.start),
        ...placeOf(figure, source.text, locate),
        storyLine: source.line,
      };
    }),
    ...strangers.map(({ figure }): Found => {
      const nearest = nearestSource(figure, sources);
      const meant = nearest !== null && isSlipFor(figure, nearest) ? nearest.text : null;
      return {
        line,
        message: `${figure.text} ${missing}${nearest === null ? ", which has no figure like it" : `; the nearest is ${wordSource(nearest)}`}.`,
        remedy: meant === null ? `Take it out, or add it to ${corrected}.` : `Write ${meant}, or correct ${corrected}.`,
        excerpt: excerptOf(text, figure.start),
        ...placeOf(figure, meant, locate),
        storyLine: nearest?.line ?? null,
      };
    }),
  ];
}

/** Where a figure stands in the file, and what the story says in its place. */
function placeOf(
  { start, end }: { start: number; end: number },
  instead: string | null,
  locate: Locate | null,
): Pick<Found, "start" | "end" | "instead"> {
  if (locate === null) return {};
  const place = locate(start, end);
  return instead === null ? place : { ...place, instead: [{ ...place, text: instead }] };
}

function wordSource({ text, line }: Source): string {
  return `${text} (${line === null ? "under facts" : `line ${line} of the story`})`;
}

function isPostingTime({ value }: Quantity, time: string | null): boolean {
  const [hours, minutes] = (time ?? "").split(":").map(Number);
  return hours !== undefined && minutes !== undefined && hours * 60 + minutes === value;
}
