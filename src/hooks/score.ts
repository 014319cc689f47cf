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

/** Scores a hook from 0 to 100, with the reason for each point; see CRITERIA for the weights. */
export function scoreHook(hook: string, story: StoryReading | null): { score: number; findings: HookFinding[] } {
  const findings = CRITERIA.map(({ id, points, judge }): HookFinding => {
    const { isMet, message } = judge(hook, story);
    return { rule: id, level: "advice", points: isMet ? points : 0, of: points, message };
  });
  return { score: findings.reduce((sum, finding) => sum + finding.points, 0), findings };
}
