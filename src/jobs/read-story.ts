import { collectFacts, type Facts } from "../hooks/facts.ts";
import { readStoryText, type StoryReading } from "../story/reading.ts";
import type { Story } from "../story/story.ts";

/** A story with all that is derived from its body, the facts for hook templates included. */
export interface ReadStory extends StoryReading {
  facts: Facts;
}

export function readThrough(story: Story): ReadStory {
  const reading = readStoryText(story);
  const { lines, beats, figures } = reading;
  return {
    story,
    lines,
    beats,
    figures,
    get sources() {
      return reading.sources;
    },
    facts: collectFacts(reading),
  };
}
