import { expect, test } from "vitest";
import { createBank, openBankAt } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

const OWN_MONEY = "---\nname: money-lost\nangle: our money\nneeds: []\n---\nIt cost us.\n";

test("the bank gives the built-in templates and its own, which win over those of the same name", async () => {
  const empty = createBank();
  const builtIn = await openBankAt(empty.root).hookTemplates();
  expect(builtIn.length).toBeGreaterThan(5);
  const taken = builtIn[0]?.name ?? "";
  const bank = createBank({
    "templates/hooks/ours.md": OWN_MONEY.replace("money-lost", taken),
    "templates/hooks/zzz.md": "Nobody knew.\n",
  });
  const templates = await openBankAt(bank.root).hookTemplates();
  expect(templates.map(({ name }) => name)).toEqual([...builtIn.map(({ name }) => name), "zzz"]);
  expect(templates.find(({ name }) => name === taken)).toMatchObject({ angle: "our money", body: "It cost us." });
  expect(templates.at(-1)).toEqual({
    name: "zzz",
    angle: "own angle",
    guidance: "",
    needs: [],
    body: "Nobody knew.",
  });
});

test("a template of the bank that can't be read is skipped, and the built-in one of its name stays", async () => {
  const bank = createBank({ "templates/posts/story.md": "---\nname: story\nabout: never closed\n" });
  const skipped: string[] = [];
  const templates = await openBankAt(bank.root, (path) => void skipped.push(path)).postTemplates();
  expect(skipped).toEqual(["templates/posts/story.md"]);
  expect(templates.find(({ name }) => name === "story")?.about).not.toContain("never closed");
});

test("a draft is laid out by the bank's own template in the place of the built-in one", async () => {
  const bank = createBank({
    "stories/outage.md": OUTAGE,
    "templates/posts/story.md": "---\nname: story\n---\n{{ hook }}\n\nThat is all.\n",
  });
  const { text, template } = await bank.json<{ text: string; template: string }>("draft outage --text Once.");
  expect(template).toBe("story");
  expect(text).toBe("Once.\n\nThat is all.");
});

test("the same bank can tell another what it skips", async () => {
  const bank = createBank({ "stories/broken.md": "---\ntitle: never closed\n" });
  const [first, second]: [string[], string[]] = [[], []];
  const opened = openBankAt(bank.root, (path) => void first.push(path));
  const other = opened.withSkips((path) => void second.push(path));
  expect(other.root).toBe(opened.root);
  await other.stories();
  expect([first, second]).toEqual([[], ["stories/broken.md"]]);
  expect((await other.hookTemplates()).length).toBe((await opened.hookTemplates()).length);
});
