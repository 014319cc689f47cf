import type { PostHead } from "./post.ts";
import { METRICS, percent } from "./results.ts";
import { ENOUGH_POSTS, type Measure, medianOf } from "./stats.ts";
import { plainMetric } from "./targets.ts";
import { thousands } from "./thousands.ts";

/** What a post is hoped to bring in one measure, beside what others have brought. */
export interface Expectation {
  name: string;
  target: string | null;
  /** As it is read: `4.2%`, `4,012`; null where nothing was counted yet. */
  median: string | null;
  /** Of how many posts it is the median. */
  posts: number;
  /** Whose posts they are: the series', or, where it has none, the bank's. */
  of: "series" | "bank";
}

const MEASURES: readonly Measure[] = ["engagement", ...METRICS];
/** What is told without a target: what a person reads off a post. */
const TOLD = MEASURES.slice(0, 7);

/** The targets in their order, each beside the median so far; then what was counted and has no target. */
export function findExpectations(
  targets: ReadonlyMap<string, string>,
  series: readonly PostHead[],
  bank: readonly PostHead[],
): Expectation[] {
  const aimed = [...targets].map(([name, target]) => ({ name, target, measure: measureOf(name) }));
  const others = TOLD.filter((measure) => aimed.every((each) => each.measure !== measure)).map((measure) => ({
    name: measure,
    target: null,
    measure,
  }));
  return [...aimed, ...others]
    .map(({ name, target, measure }) => ({ name, target, ...soFar(measure, series, bank) }))
    .filter(({ target, median }) => target !== null || median !== null);
}

function measureOf(name: string): Measure | undefined {
  const plain = plainMetric(name);
  return MEASURES.find((measure) => measure === plain);
}

function soFar(
  measure: Measure | undefined,
  series: readonly PostHead[],
  bank: readonly PostHead[],
): Pick<Expectation, "median" | "posts" | "of"> {
  const own = measure === undefined ? null : medianOf(series, measure);
  const found = own ?? (measure === undefined ? null : medianOf(bank, measure));
  const of = own === null && found !== null ? "bank" : "series";
  if (found === null) return { median: null, posts: 0, of };
  const median = measure === "engagement" ? percent(found.median) : thousands(Math.round(found.median));
  return { median, posts: found.posts, of };
}

/** "- **Comments**: 15-25; so far 12 (median of 6 posts of the series)" */
export function wordExpectation({ name, target, median, posts, of }: Expectation): string {
  const whose = of === "series" ? "of the series" : "of the bank";
  const count = posts === 1 ? `1 post ${whose}` : `median of ${posts} posts ${whose}`;
  const caution = posts < ENOUGH_POSTS ? ", too few to conclude anything" : "";
  const known = median === null ? null : `so far ${median} (${count}${caution})`;
  const words = [target, known].filter((part) => part !== null).join("; ");
  return `- **${name.charAt(0).toUpperCase()}${name.slice(1)}**: ${words}`;
}
