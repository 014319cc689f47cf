import type { Course } from "./course.ts";
import type { Support } from "./evidence.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** A statement with all that it is held against. */
export interface Held {
  statement: Passage;
  /** The post's statement in front of it. */
  before: Passage | null;
  after: Passage | null;
  /** Those in front of it that one still has in mind. */
  earlier: readonly Passage[];
  /** How far into the post it stands: 0 for its first statement, 1 for its last. */
  progress: number;
  story: StoryIndex;
  /** The post says "I" or "we" of its author. */
  isFirstPerson: boolean;
  evidence: readonly Support[];
  /** Where in the story it is from. */
  course: Course;
}
