import type { StoryReading } from "../story/reading.ts";
import { CRITERIA } from "./criteria.ts";

/** What a hook gains or misses by one criterion. */
export interface HookFinding {
  /** The criterion's id. */
  rule: string;
  level: "advice";
  /** What it gains; 0 where the criterion is not met. */
  points: number;
  /** What it could gain. */
  of: number;
  message: string;
}

const MADE_OF_FACTS = { isMet: true, message: "pays off: it is made of the story's own facts" };

/**
 * Scores a hook from 0 to 100, with the reason for each point; see CRITERIA for the weights. `fold` characters of it show. A hook that a template made
 * of the story's facts (`isOfFacts`) keeps what it promises.
 */
export function scoreHook(
  hook: string,
  story: StoryReading | null,
  fold: number,
  isOfFacts = false,
): { score: number; findings: HookFinding[] } {
  const findings = CRITERIA.map(({ id, points, judge }): HookFinding => {
    const { isMet, message } = isOfFacts && id === "hook-payoff" ? MADE_OF_FACTS : judge(hook, story, fold);
    return { rule: id, level: "advice", points: isMet ? points : 0, of: points, message };
  });
  return { score: findings.reduce((sum, finding) => sum + finding.points, 0), findings };
}
