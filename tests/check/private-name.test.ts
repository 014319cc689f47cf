import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const SETTINGS = "version: 1\nprivate:\n  Acme: a client\n";

const post = (title: string, text: string): string =>
  `---\ntitle: "${title}"\nplatform: linkedin\n---\n## Final Optimized Post\n\n${text}\n`;

const where = (name: string): string => `The private name Acme stands in ${name}.`;

test.each([
  [
    "one hashtag in title and text is found once",
    "On #AcmeRules",
    "We learned. #AcmeRules",
    [where("the hashtag #AcmeRules")],
  ],
  [
    "two hashtags are found each",
    "On #AcmeRules",
    "We learned. #AcmeFails",
    [where("the hashtag #AcmeFails"), where("the hashtag #AcmeRules")],
  ],
  ["a name in title and text is found in both", "On Acme", "Acme paid.", [where("the post"), where("its title")]],
])("%s", async (_, title, text, messages) => {
  const bank = createBank({ "storybank.yaml": SETTINGS, "posts/one.md": post(title, text) });
  const found = await bank.json<{ rule: string; message: string }[]>("check one");
  const names = found.filter(({ rule }) => rule === "private-name").map(({ message }) => message);
  expect(names.sort()).toEqual([...messages].sort());
});

test("a private name that stands for two in a count is told by its alias", async () => {
  const bank = createBank({
    "storybank.yaml": "private: [{Acme Corp: a retail client}]\n",
    "stories/s.md": "---\ntitle: T\nhook: H\n---\nTwo Acme Corps left.\n\n**The Lesson:**\nAsk first.\n",
  });
  const draft = await bank.json<{ text: string; findings: { level: string }[] }>("draft s");
  expect(draft.text).toContain("Two retail clients left.");
  expect(draft.findings.filter(({ level }) => level === "error")).toEqual([]);
});
