import { type Beat, findBeats } from "./beats.ts";
import type { Figure } from "./figures/figure.ts";
import { findFigures } from "./figures/figures.ts";
import { collectSources, type Sources } from "./figures/sources.ts";
import type { Story } from "./story.ts";

/** A story with what is derived from its body. */
export interface StoryReading {
  story: Story;
  beats: readonly Beat[];
  figures: readonly Figure[];
  /** What the figures of its posts are traced to. */
  sources: Sources;
}

export function readStoryText(story: Story): StoryReading {
  const beats = findBeats(story);
  const figures = findFigures(beats);
  let sources: Sources | undefined;
  return {
    story,
    beats,
    figures,
    get sources() {
      sources ??= collectSources(story, beats, figures);
      return sources;
    },
  };
}
