import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";
import { INDEX, OUTAGE } from "../support/fixtures.ts";

test("no hook takes a figure from another sentence, nor a beat's label for what is measured", async () => {
  const bank = createBank({
    "stories/x.md":
      "---\ntitle: X\n---\n**The Outcome:**\n- **Merges per day**: 2 → 14. Waiting went from 3 days to 4 hours.\n",
    "stories/y.md": "---\ntitle: Y\n---\n**The Outcome:**\nIt fell from 3 hours to 4 minutes.\n",
  });
  const exact = async (id: string) =>
    (await bank.json<{ template: string; text: string | null }[]>(`hooks ${id}`)).find(
      ({ template }) => template === "exact-change",
    )?.text;
  expect(await exact("x")).toBe("Merges per day: 2 before, 14 after.");
  expect(await exact("y")).toBeNull();
});

test("one broken template keeps no other from being offered, and doctor names it", async () => {
  const bank = createBank({
    "stories/outage.md": OUTAGE,
    "templates/hooks/bad.md": "---\nname: bad\n---\n{% for %}\n",
  });
  const hooks = await bank.json<{ template: string; text: string | null; problem?: string }[]>("hooks outage");
  expect(hooks.find(({ template }) => template === "bad")?.problem).toContain("can't be used");
  expect(hooks.filter(({ text }) => text !== null).length).toBeGreaterThan(3);
  expect(await bank.run("doctor")).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('The template "bad" can\'t be read'),
  });
});

test("the hooks on offer are sentences of the story, framed", async () => {
  const bank = createBank({ "stories/index.md": INDEX });
  const hooks = await bank.json<{ template: string; text: string | null }[]>("hooks index");
  const made = Object.fromEntries(hooks.flatMap(({ template, text }) => (text === null ? [] : [[template, text]])));
  expect(made).toMatchObject({
    "price-tag": "$90K. That is what one forgotten index cost us.",
    invoice: "$20K + $70K. The bill for one forgotten index.",
    itemised: "$20K, then $70K. $90K in all.",
    scene: "“…and every write took a second.” Two years ago, that was my week.",
    "breaking-point": "The sale began, and every write took a second. This is what changed.",
    "exact-change": "Write time: 900ms before, 12ms after.",
    "before-and-after": "Before: 900ms. After: 12ms. This is the story of our write time.",
    "result-first": "70% less storage. Here is what it took.",
    "lesson-price": "What nobody owns, everybody pays for. I learned it the hard way: $90K.",
  });
  expect(Object.keys(made)).not.toContain("contrarian");
});

test("templates are offered only where the story has what they need", async () => {
  const hooks =
    await createSampleBank().json<{ template: string; text: string | null; missing: string[]; score: number | null }[]>(
      "hooks the-monolith",
    );
  expect(hooks[0]).toMatchObject({ template: "own", missing: [] });
  expect(hooks.find(({ template }) => template === "invoice")).toMatchObject({
    text: "$800K + $1.2M + $400K. The bill for one shortcut in the rendering code.",
  });
  expect(hooks.find(({ template }) => template === "unexpected-teacher")).toMatchObject({
    text: null,
    score: null,
    missing: ["teacher"],
  });
  const made = hooks.filter(({ missing }) => missing.length === 0).slice(1);
  expect(made.length).toBeGreaterThanOrEqual(6);
  expect(made.map(({ score }) => score)).toEqual(
    made.map(({ score }) => score).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
  );
});

test("there are at least twelve built-in templates over nine angles, each with guidance", async () => {
  const templates = await createBank().json<{ name: string; angle: string; guidance: string }[]>("hooks");
  expect(templates.length).toBeGreaterThanOrEqual(12);
  expect(new Set(templates.map(({ angle }) => angle))).toEqual(
    new Set([
      "money",
      "exact figures",
      "breaking point",
      "vulnerability",
      "unexpected teacher",
      "contrarian",
      "scene",
      "before and after",
      "lesson first",
    ]),
  );
  for (const { guidance } of templates) expect(guidance.length).toBeGreaterThan(20);
});

test("every hook of every sample story is a sentence somebody would say", async () => {
  const bank = createSampleBank();
  for (const { id } of await bank.json<{ id: string }[]>("list")) {
    for (const { text } of await bank.json<{ text: string | null }[]>(`hooks ${id}`)) {
      if (text !== null) expect(text).toMatch(/^(?:[\p{Lu}\p{N}$“]|\p{Ll}\p{Lu})/u);
      expect(text ?? "").not.toMatch(/\*\*|\{\{|undefined|\.\.|:\.| ,/);
    }
  }
});
