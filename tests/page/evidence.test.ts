import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { ask, serve } from "../support/page.ts";

const STORY = `---
title: The Lost Orders
---

**The Crisis:**
In March we lost 48 hours of orders. Our client Quorvex called Priya Raman.
`;

const POST = `---
title: Lost
story: lost
platform: linkedin
---
## Final Optimized Post

In March we lost 46 hours of orders.

Our client Quorvex called <Priya> Raman.

What would you have done?
`;

const FILES = {
  "storybank.yaml": "version: 1\nprivate:\n  Bob & Son: a client\n",
  "stories/lost.md": STORY,
  "posts/lost-post.md": POST,
};

const textOf = (html: string): string => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

test("a post's page shows what each line rests on, on demand, and marks what is open", async () => {
  const bank = createBank(FILES);
  const { port, troubles } = await serve(bank, {});
  const { status, body } = await ask(port, { target: "/posts/lost-post" });
  expect({ status, troubles }).toEqual({ status: 200, troubles: [] });
  const [line] = /<div class="line[^>]*id="L8">[\s\S]*?<\/details>/.exec(body) ?? [""];
  expect(line).toContain('<span class="stray">46 hours</span>');
  expect(line).toContain('<details class="rests open-claims"><summary>');
  expect(line).toContain('<a href="/stories/lost#L6">line 6</a>');
  expect(textOf(line)).toContain("In March we lost 48 hours of orders.");
  expect(body).toContain('<details class="rests"><summary>What it rests on</summary>');
  expect(body).not.toContain("<Priya>");
});

test("what was confirmed is marked no more", async () => {
  const bank = createBank(FILES);
  await bank.run("confirm lost-post 46 hours");
  const { port } = await serve(bank, {});
  const { body } = await ask(port, { target: "/posts/lost-post" });
  expect(body).not.toContain("stray");
  expect(textOf(body)).toContain("In March we lost 46 hours of orders. confirmed");
});

test("the page of names lists them, with what to do; exported pages have none", async () => {
  const bank = createBank(FILES);
  const { port } = await serve(bank, {});
  const { status, body } = await ask(port, { target: "/names" });
  expect(status).toBe(200);
  expect(textOf(body)).toContain("Priya Raman person 1 story undecided");
  expect(textOf(body)).toContain("Quorvex company 1 story, 1 post undecided");
  expect(body).toContain('<a href="/names" aria-current="page">Names</a>');
  await bank.run("export --html site");
  expect(bank.read("site/index.html")).not.toContain("Names</a>");
});
