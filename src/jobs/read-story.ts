import { collectFacts, type Facts } from "../hooks/facts.ts";
import { type Beat, findBeats } from "../story/beats.ts";
import type { Figure } from "../story/figures/figure.ts";
import { findFigures } from "../story/figures/figures.ts";
import type { Story } from "../story/story.ts";

/** A story with all that is derived from its body. */
export interface ReadStory {
  story: Story;
  beats: readonly Beat[];
  figures: readonly Figure[];
  facts: Facts;
}

export function readThrough(story: Story): ReadStory {
  const beats = findBeats(story);
  const figures = findFigures(beats);
  return { story, beats, figures, facts: collectFacts(story, beats, figures) };
}
