import type { Figure } from "../figures/figure.ts";
import { findFigures } from "../figures/find-figures.ts";
import { collectSources, type Sources } from "../figures/sources.ts";
import type { Line } from "../text/line.ts";
import { type Beat, findBeats, readStoryLines } from "./beats.ts";
import type { Story } from "./story.ts";

/** A story with what is derived from its body, as far as somebody asks for it. */
export interface StoryReading {
  story: Story;
  lines: readonly Line[];
  beats: readonly Beat[];
  figures: readonly Figure[];
  /** What the figures of its posts are traced to. */
  sources: Sources;
}

export function deriveReading(story: Story): StoryReading {
  const lines = readStoryLines(story);
  let figures: readonly Figure[] | undefined;
  let sources: Sources | undefined;
  return {
    story,
    lines,
    beats: findBeats(lines, story),
    get figures() {
      figures ??= findFigures(lines);
      return figures;
    },
    get sources() {
      sources ??= collectSources({ facts: story.facts, hook: story.hook, lines, figures: this.figures });
      return sources;
    },
  };
}
