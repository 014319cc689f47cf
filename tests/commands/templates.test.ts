import { describe, expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

interface Offer {
  template: string;
  fits: boolean;
  score: number;
  needs: string[];
  missing: string[];
  characters: number | null;
}

interface Listed {
  template: string;
  about: string;
  needs: string[];
  length: number | null;
}

const OWN = [
  ..."career chronicle clock confession debate ledger numbers reflection rules scene setback story".split(" "),
  ..."tutorial voices".split(" "),
];

describe("templates", () => {
  test("lists every post template with what it is for", async () => {
    const { code, stdout } = await createSampleBank().run("templates");
    expect(code).toBe(0);
    expect(stdout.split("\n").flatMap((line) => /^(\w+) {2}/.exec(line)?.[1] ?? [])).toEqual(OWN);
    expect(stdout).toMatch(/^clock +an incident by the clock, what it cost, and one rule$/m);
    expect(stdout).toContain("See which a story can fill: storybank templates STORY\n");
  });

  test("tells what each needs, and its length, as JSON", async () => {
    const listed = await createSampleBank().json<Listed[]>("templates");
    expect(listed.map(({ template }) => template)).toEqual(OWN);
    for (const each of listed) expect(Object.keys(each)).toEqual(["template", "about", "needs", "length"]);
    expect(listed.filter(({ template }) => ["clock", "rules", "story"].includes(template))).toEqual([
      {
        template: "clock",
        about: "an incident by the clock, what it cost, and one rule",
        needs: ["clock"],
        length: 1450,
      },
      {
        template: "rules",
        about: "the mistake in a few sentences, the rules that came of it, and their principle",
        needs: ["rules", "admission"],
        length: 1450,
      },
      { template: "story", about: "as it happened, with the lesson at the end", needs: [], length: null },
    ]);
  });

  test("a template of the bank's own stands among them", async () => {
    const bank = createSampleBank();
    bank.write(
      "templates/posts/mine.md",
      "---\nname: mine\nabout: what I like\nneeds: [bill]\n---\n{{ hook }}\n\n{{ story }}\n",
    );
    const listed = await bank.json<Listed[]>("templates");
    expect(listed.find(({ template }) => template === "mine")).toMatchObject({ about: "what I like", needs: ["bill"] });
  });

  test("fits the width of the terminal", async () => {
    const { stdout } = await createSampleBank().run("templates", { columns: 60 });
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe("templates STORY", () => {
  const STORIES = ["five-settings-for-fastapi", "the-monolith-invoice", "the-transfer-request"];

  test.each(STORIES)("every template is scored with %s, the best first", async (story) => {
    const offers = await createSampleBank().json<Offer[]>(`templates ${story}`);
    expect(offers.map(({ template }) => template).sort()).toEqual(OWN);
    expect(offers.map(({ score }) => score)).toEqual(offers.map(({ score }) => score).toSorted((a, b) => b - a));
    for (const offer of offers) {
      expect(Object.keys(offer)).toEqual(["template", "fits", "score", "needs", "missing", "characters"]);
      expect(offer.fits).toBe(offer.missing.length === 0);
      expect(offer.needs).toEqual(expect.arrayContaining(offer.missing));
      expect(offer.score > 0).toBe(offer.fits);
      expect(offer.characters !== null).toBe(offer.fits);
      expect(offer.characters ?? 0).toBeLessThanOrEqual(1400);
    }
    expect(offers.filter(({ needs }) => needs.length === 0).every(({ fits }) => fits)).toBe(true);
  });

  test.each(STORIES)("the words say of %s what the JSON says", async (story) => {
    const bank = createSampleBank();
    const offers = await bank.json<Offer[]>(`templates ${story}`);
    const { code, stdout } = await bank.run(`templates ${story}`);
    expect(code).toBe(0);
    const [fitting = "", lacking = ""] = stdout.split("\nNot for this story\n");
    for (const { template, fits, score, missing } of offers)
      if (fits) expect(fitting).toMatch(new RegExp(`^ *${score} +${template} `, "m"));
      else expect(lacking).toMatch(new RegExp(`^ *${template} +lacks ${missing.join(", ")}$`, "m"));
    expect(stdout).toContain(`Next: storybank draft ${story} --template ${offers[0]?.template}\n`);
  });

  test("the beginning of an id is enough", async () => {
    const bank = createSampleBank();
    expect(await bank.json("templates the-mono")).toEqual(await bank.json("templates the-monolith-invoice"));
  });

  test("the setting of the length is kept where a template says none", async () => {
    const bank = createBank({
      "stories/a.md": `---\ntitle: A\n---\n${"The oven stopped that night. The bakery opened on Friday. ".repeat(60)}`,
      "storybank.yaml": "version: 1\nlength: 700\n",
    });
    const offers = await bank.json<Offer[]>("templates a");
    expect(offers.find(({ template }) => template === "story")?.characters).toBeLessThanOrEqual(700);
  });

  test("a story without a word fills what needs nothing", async () => {
    const bank = createBank({ "stories/a.md": "---\ntitle: A\n---\n" });
    const offers = await bank.json<Offer[]>("templates a");
    expect(offers.filter(({ fits }) => fits).every(({ needs }) => needs.length === 0)).toBe(true);
    expect(offers.find(({ template }) => template === "story")?.characters).toBe("A".length);
    expect(offers.filter(({ fits }) => !fits).every(({ needs, missing }) => `${needs}` === `${missing}`)).toBe(true);
  });

  test.each(["templates nowhere", "templates nowhere --json"])("%s: an unknown story", async (command) => {
    const { code, stdout, stderr } = await createSampleBank().run(command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("nowhere");
  });
});

test("the next step of a story that has a post is another one", async () => {
  const bank = createBank({ "stories/a.md": "---\ntitle: A\nhook: It broke.\n---\nIt broke. We knew.\n" });
  expect((await bank.run("templates a")).stdout).toContain("Next: storybank draft a --template story\n");
  await bank.run("draft a");
  expect((await bank.run("templates a")).stdout).toContain("Next: storybank draft a --template story --another\n");
});
