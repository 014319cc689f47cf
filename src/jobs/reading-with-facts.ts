import { collectFacts, type Facts } from "../hooks/facts.ts";
import { deriveReading, type StoryReading } from "../story/reading.ts";
import type { Story } from "../story/story.ts";

/** A story with all that is derived from its body, the facts for hook templates included. */
export interface ReadingWithFacts extends StoryReading {
  facts: Facts;
}

export function deriveReadingWithFacts(story: Story): ReadingWithFacts {
  const reading = deriveReading(story);
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
