import { keyLine } from "../../front-matter/key-line.ts";
import { isHashtagLine } from "../../post/text/hashtag-line.ts";
import { isEqual } from "../../story/figures/equal.ts";
import type { Quantity } from "../../story/figures/figure.ts";
import { findNamedNumbers, numbersOf } from "../../story/figures/named.ts";
import { findTextFigures } from "../../story/figures/pairs.ts";
import type { Source } from "../../story/figures/sources.ts";
import { nearestSource, traceFigure } from "../../story/figures/trace.ts";
import type { StoryReading } from "../../story/reading.ts";
import { excerptOf, type Found, type PostSubject, type Rule, type StorySubject } from "../rule.ts";

const ABOUT = { id: "figure-not-in-story", level: "error", about: "a figure that the story does not state" } as const;

/** A figure of the post goes back to nothing that its story states. */
export const postFigures: Rule<PostSubject> = {
  ...ABOUT,
  find({ post, pieces, story, frames, platform }) {
    if (story === null) return [];
    const isFramed = (figure: Quantity): boolean =>
      frames.some((frame) => isEqual(figure, frame)) || (figure.kind === "clock" && isPostingTime(figure, post.time));
    const title = platform.form === "markdown" ? [{ text: post.title, line: 1 }] : [];
    return [...title, ...pieces]
      .filter(({ text }) => !isHashtagLine(text))
      .flatMap(({ text, line }) => findStrangers(text, line, story, isFramed));
  },
};

/** A figure of the story's own hook is not one of its text. */
export const hookFigures: Rule<StorySubject> = {
  ...ABOUT,
  find({ reading, text }) {
    const { hook } = reading.story;
    if (hook === null || reading.beats.length === 0) return [];
    const line = keyLine(text, "hook");
    return findStrangers(hook, line, reading, () => false).map((found) => ({
      ...found,
      message: found.message.replace(" is not in the story", " of the hook is not in the story's text"),
      remedy: found.remedy.replace("the story", "the text"),
    }));
  },
};

function findStrangers(
  text: string,
  line: number,
  { sources }: StoryReading,
  isFramed: (figure: Quantity) => boolean,
): Found[] {
  const figures = findTextFigures(text).filter((figure) => figure.from === null);
  const strangers = figures.filter((figure) => {
    const quantity = figure as Quantity;
    return traceFigure(quantity, figure.hedge, sources) === null && !isFramed(quantity);
  });
  const wrong = strangers.map((figure): Found => {
    const nearest = nearestSource(figure as Quantity, sources);
    return {
      line,
      message: `${figure.text} is not in the story${nearest === null ? ", which has no figure like it" : `; the nearest is ${wordSource(nearest)}`}.`,
      remedy:
        nearest === null ? "Take it out, or add it to the story." : `Write ${nearest.text}, or correct the story.`,
      excerpt: excerptOf(text, figure.start),
    };
  });
  const renamed = findNamedNumbers(text).flatMap(({ name, number, start }): Found[] => {
    const known = numbersOf(name, sources.lines);
    if (known.length === 0 || known.includes(number)) return [];
    return [
      {
        line,
        message: `${name} ${number} is not in the story; it says ${name} ${known.join(" and ")}.`,
        remedy: `Write ${known[0]}, or correct the story.`,
        excerpt: excerptOf(text, start),
      },
    ];
  });
  return [...wrong, ...renamed];
}

function wordSource({ text, line }: Source): string {
  return `${text} (${line === null ? "under facts" : `line ${line} of the story`})`;
}

function isPostingTime({ value }: Quantity, time: string | null): boolean {
  const [hours, minutes] = (time ?? "").split(":").map(Number);
  return hours !== undefined && minutes !== undefined && hours * 60 + minutes === value;
}
