import { expect, test } from "vitest";
import { readBeats } from "../../src/story/beats.ts";
import { createBank } from "../support/bank.ts";

const textOf = (body: string) =>
  readBeats({ body, bodyLine: 1 })
    .flatMap(({ lines }) => lines)
    .map(({ kind, text }) => (kind === "prose" ? text : kind));

test.each([
  ["It rang ![a pager, 40 calls](p.png) all night.", ["It rang all night."]],
  ["It rang ![a pager](p.png), and rang.", ["It rang, and rang."]],
  ["![a pager](p.png) It rang.", ["It rang."]],
  ["It rang. ![a pager][p]\n\n[p]: p.png", ["It rang."]],
  ["[![a pager](p.png)](https://example.com/p)", []],
  ["![a pager](p.png)\n\nIt rang.", ["It rang."]],
])("%s", (body, texts) => expect(textOf(body)).toEqual(texts));

test("an image's alternative text is no sentence of a post", async () => {
  const bank = createBank({
    "stories/s.md":
      "---\ntitle: S\nhook: It rang 40 times.\n---\nWe slept badly.\n\n![Chart of 97 alerts falling to 3](chart.png)\n\nThen we turned it off.\n",
  });
  const { text } = await bank.json<{ text: string }>("draft s");
  expect(text).toContain("We slept badly.\n\nThen we turned it off.");
  expect(text).not.toContain("97");
});
