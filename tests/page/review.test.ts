import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { ask, serve } from "../support/page.ts";

const PATH = "posts/2025-01-07-the-pager.md";
const POST = `---
title: The Pager
author: Ana <Lind
day: tuesday
date: 2025-01-07
status: draft
---
## Final Optimized Post

Our pager rang 40 times in one night, and each time I got up.

What wakes you?
`;

test("the page of a week and of a post say who waits for whom, and whose turn it is", async () => {
  const bank = createBank({
    "storybank.yaml": "version: 1\nauthor: Eve Sand\nreview: true\ncalendar:\n  start: 2025-01-06\n",
    [PATH]: POST,
  });
  const { port, troubles } = await serve(bank, {});
  const see = async (target: string): Promise<string> => {
    const { status, body } = await ask(port, { target });
    expect(status).toBe(200);
    return body;
  };
  const pages = ["/week/1", "/posts/2025-01-07-the-pager"];
  for (const page of pages) {
    expect(await see(page)).toContain("Ana &lt;Lind waits for a second person to approve it");
  }
  expect(await see("/posts/2025-01-07-the-pager")).toContain("storybank approve 2025-01-07-the-pager");
  // The card is its author's, not the bank's.
  expect(await see("/posts/2025-01-07-the-pager")).toContain("<bdi>Ana &lt;Lind</bdi>");
  await bank.run(["approve", "2025-01-07", "--as", "Ben Okri"]);
  for (const page of pages)
    expect(await see(page)).toContain("approved by Ben Okri on Sun 5 Jan 2025; Ana &lt;Lind can mark it ready");
  expect(await see("/posts/2025-01-07-the-pager")).toContain("storybank mark 2025-01-07-the-pager ready");
  bank.write(PATH, bank.read(PATH).replace("40 times", "41 times"));
  for (const page of pages)
    expect(await see(page)).toContain(
      "Ana &lt;Lind waits for Ben Okri to approve it again: changed since Sun 5 Jan 2025",
    );
  bank.write("storybank.yaml", `${bank.read("storybank.yaml")}private: [pager]\n`);
  expect(await see("/week/1")).not.toContain("waits for");
  expect(troubles).toEqual([]);
});

test("pages that are given to others say nothing of it, unless they are whole", async () => {
  const bank = createBank({ "storybank.yaml": "version: 1\nreview: true\n", [PATH]: POST });
  await bank.run("export --html site");
  expect(bank.read("site/posts/2025-01-07-the-pager.html")).not.toContain("waits for");
});
