import { roleOf } from "../language/label.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";

/** Steps are told whole or not at all: a sentence of each, or the line of code and its result, below its label. */
export function findSteps({ sections }: StoryOutline, worth: (part: Part) => number): Part[] {
  const steps = sections.filter(({ title }) => /^\d+[.)]\s/.test(title ?? ""));
  const told = steps.map(({ groups }) => {
    const prose = groups.filter(({ kind }) => kind !== "code").flatMap(({ parts }) => parts);
    const [best] = prose.toSorted((a, b) => worth(b) / b.text.length - worth(a) / a.text.length);
    return best === undefined ? codeStep(groups.flatMap(({ parts }) => parts)) : [best];
  });
  return steps.length >= FEWEST_STEPS && told.every((parts) => parts.length > 0) ? told.flat() : [];
}

const FEWEST_STEPS = 3;

/** The first line of code that is no comment, and the line that says what came of it. */
function codeStep(lines: readonly Part[]): Part[] {
  const isResult = ({ text }: Part): boolean => roleOf(/^\s*([^:]{3,20}):\s/.exec(text)?.[1] ?? "") === "outcome";
  const code = lines.find(({ text }) => !/^\s*\p{Lu}\p{Ll}+:\s/u.test(text));
  return [code, lines.find(isResult)].filter((part) => part !== undefined);
}
