import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

/** The first line of a draft of a story without a hook. */
async function openingOf(body: string): Promise<string> {
  const bank = createBank();
  bank.write("stories/lockers.md", `---\ntitle: Lockers\n---\n${body}\n`);
  const { text } = await bank.json<{ text: string }>(["draft", "lockers"]);
  return text.split("\n")[0] ?? "";
}

const PRICE = "We bought 760 lockers for £28,880. They stood in one corridor. The last child left at 3:47.";

test.each([
  ["what the author did", `I wanted to be the head who got rid of phones.\n\n${PRICE}`, /^I wanted to be the head/],
  [
    "what somebody said",
    `Kelderwick has 760 pupils.\n\n${PRICE}\n\n"You have a plan for the phones. Have you one for the children?" said a mother.`,
    /^“You have a plan for the phones/,
  ],
  ["no introduction of a company", `Kelderwick has 760 pupils and makes lockers.\n\n${PRICE}`, /^(?!Kelderwick)/],
])("a story without a hook opens with %s", async (_, body, opening) => {
  expect(await openingOf(body)).toMatch(opening);
});
