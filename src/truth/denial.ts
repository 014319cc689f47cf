import { listed } from "../language/dictionary.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { weightOf } from "./mirror.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

const FEWEST = 2;
const LEAST_SHARE = 0.4;

/**
 * Finds a "not" that a summary puts over what the story says without one. Those who sum up what others said seldom bring in a "not" of
 * their own, as those do who retell what happened to them.
 */
export function judgeDenials({ statement, story, isFirstPerson }: Held): Judged[] {
  if (isFirstPerson) return [];
  return clausesOf(statement)
    .filter(({ isDenied, features }) => isDenied && features.size >= FEWEST)
    .flatMap((clause): Judged[] => {
      const told = bestOf(clause, story);
      if (told === null || isDenying(told, story)) return [];
      const token = statement.tokens[clause.mark];
      return [
        {
          kind: "negation",
          rule: "negation-reversed",
          start: token?.start ?? 0,
          end: token?.end ?? 0,
          verdict: "contradicted",
          because: "the story says that it is so",
          source: told,
          fix: null,
        },
      ];
    })
    .slice(0, 1);
}

/** The passage that has most of what a clause speaks of, where that is enough. */
function bestOf({ features }: Clause, story: StoryIndex): Passage | null {
  const wanted = [...features].map((feature) => [story.holders(feature), weightOf(feature, story)] as const);
  const total = wanted.reduce((sum, [, weight]) => sum + weight, 0);
  let [best, score]: [Passage | null, number] = [null, 0];
  for (const passage of story.passages) {
    let sum = 0;
    for (const [holders, weight] of wanted) if (holders.has(passage)) sum += weight;
    if (sum > score) [best, score] = [passage, sum];
  }
  return score >= total * LEAST_SHARE ? best : null;
}

/** Whether a passage, or one beside it, denies or doubts anything. */
function isDenying({ index }: Passage, { passages }: StoryIndex): boolean {
  return [passages[index - 1], passages[index], passages[index + 1]].some(
    (passage) =>
      passage?.tokens.some(
        ({ key }) =>
          listed("negation").get(key) === true || listed("losing").get(key) === true || /^un\p{L}{3}/u.test(key),
      ) === true,
  );
}
