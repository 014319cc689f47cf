import { LEVELS, type Level } from "./finding.ts";
import { RULES } from "./rules.ts";

/** The level each rule has in a bank or post, where it is not its own; `off` silences it. */
export type Levels = ReadonlyMap<string, Level | "off">;

/** What is wrong with an entry of `check:`. */
export interface LevelProblem {
  rule: string;
  message: string;
  remedy: string;
}

/** Reads a `check:` map, as written in storybank.yaml and in a post's front matter. */
export function readLevels(written: ReadonlyMap<string, string>): { levels: Levels; problems: LevelProblem[] } {
  const levels = new Map<string, Level | "off">();
  const problems: LevelProblem[] = [];
  for (const [rule, value] of written) {
    const known = RULES.find(({ id }) => id === rule);
    const level = known === undefined ? undefined : readLevel(value.toLowerCase(), known.level);
    if (level !== undefined) levels.set(rule, level);
    else if (known === undefined)
      problems.push({ rule, message: `There is no rule "${rule}".`, remedy: suggestRule(rule) });
    else
      problems.push({
        rule,
        message: `${rule} can't be "${value}".`,
        remedy: `It is one of: off, ${LEVELS.join(", ")}.`,
      });
  }
  return { levels, problems };
}

function readLevel(value: string, own: Level): Level | "off" | undefined {
  if (/^(?:off|false|no|0)$/.test(value)) return "off";
  if (/^(?:on|true|yes|1)$/.test(value)) return own;
  return LEVELS.find((level) => level === value);
}

function suggestRule(written: string): string {
  const words = written.toLowerCase().split(/[^a-z]+/);
  const near = RULES.map(({ id }) => ({ id, shared: id.split("-").filter((word) => words.includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)[0];
  return near === undefined ? `There are: ${RULES.map(({ id }) => id).join(", ")}.` : `Did you mean ${near.id}?`;
}
