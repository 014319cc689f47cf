import * as z from "zod";
import type { OfferedHook } from "../../hooks/offer.ts";
import { offerHooksOf } from "../../jobs/offered-hooks.ts";
import { type AnswerValue, defineTool, PAGE } from "../tool.ts";

export const hooksTool = defineTool({
  name: "hooks",
  title: "Hooks of a story",
  description: "The hooks (opening lines) a story can have, scored, the best first, and what keeps the others from it.",
  input: z.strictObject({ story: z.string(), ...PAGE }),
  writes: false,
  paged: ["hooks"],
  async run({ share }, { story }) {
    const { shown } = await share.story(story);
    return { story: shown.id, hooks: (await offerHooksOf(share.bank, shown)).map(hookAnswer) };
  },
});

export function hookAnswer({
  template,
  angle,
  text,
  score,
  facts,
  missing,
  findings,
  problem,
}: OfferedHook): AnswerValue {
  const used = Object.entries(text === null ? {} : facts).map(([name, { value, line }]) => {
    const words = typeof value === "string" ? value : value.join(", ");
    return `${name}: ${words}${line === null ? "" : ` (line ${line})`}`;
  });
  return {
    template,
    angle,
    text,
    score,
    facts: orNull(used),
    // What the score lacks; the rest is as it should be.
    lacks: orNull(findings.filter(({ points, of }) => points < of).map(({ message }) => message)),
    missing: orNull(missing),
    problem,
  };
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}
