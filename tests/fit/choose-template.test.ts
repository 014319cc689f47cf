import { describe, expect, test } from "vitest";
import { chooseTemplate, judgeTemplates } from "../../src/fit/choose-template.ts";
import { outlineStory } from "../../src/fit/outline-story.ts";
import { toSection } from "../../src/fit/read-section.ts";
import { readBeats } from "../../src/story/beats.ts";
import type { PostTemplate } from "../../src/templates/post-template.ts";
import { postTemplate } from "../support/post-template.ts";

type Wanted = Partial<PostTemplate>;
const template = (name: string, wanted: Wanted = {}): PostTemplate =>
  postTemplate({ name, body: "{{ hook }}", ...wanted });
const judge = (body: string, ...templates: readonly PostTemplate[]) =>
  judgeTemplates(outlineStory(readBeats({ body, bodyLine: 1 }).map(toSection)), templates);

const ADMITTED = "I ignored the alert for a week.";
const QUOTED = "Lena said: “We never tested that.”";

describe("how a template is judged", () => {
  test.each<
    [judgement: string, body: string, wanted: Wanted, judged: { fits: boolean; score: number; missing: string[] }]
  >([
    ["one that needs nothing fits with its rank", ADMITTED, { rank: 38 }, { fits: true, score: 38, missing: [] }],
    ["one that needs what is there fits", ADMITTED, { needs: ["admission"] }, { fits: true, score: 50, missing: [] }],
    [
      "a wish that is fulfilled adds to the rank",
      ADMITTED,
      { prefers: ["admission"] },
      { fits: true, score: 53, missing: [] },
    ],
    [
      "every such wish does",
      `${ADMITTED} ${QUOTED}`,
      { prefers: ["admission", "quotation"] },
      { fits: true, score: 56, missing: [] },
    ],
    ["a wish that is not, takes nothing", ADMITTED, { prefers: ["bill"] }, { fits: true, score: 50, missing: [] }],
    ["no score is beyond 100", ADMITTED, { rank: 99, prefers: ["admission"] }, { fits: true, score: 100, missing: [] }],
    [
      "what is lacking is named, in the template's order",
      ADMITTED,
      { needs: ["voices", "admission", "bill"], rank: 90 },
      { fits: false, score: 0, missing: ["voices", "bill"] },
    ],
    [
      "too few of something are none",
      QUOTED,
      { needs: ["voices"], prefers: ["quotation"] },
      { fits: false, score: 0, missing: ["voices"] },
    ],
    ["an empty story fits what needs nothing", "", {}, { fits: true, score: 50, missing: [] }],
    ["and nothing else", "", { needs: ["last"] }, { fits: false, score: 0, missing: ["last"] }],
  ])("%s", (_, body, wanted, judged) => {
    const [{ fits, score, missing } = {}] = judge(body, template("t", wanted));
    expect({ fits, score, missing }).toEqual(judged);
  });

  test.each<[judgement: string, body: string, needs: PostTemplate["needs"], because: string]>([
    ["one that needs nothing", ADMITTED, [], "it tells any story"],
    ["one of something", ADMITTED, ["admission"], "the story has an admission"],
    ["several of something", `${ADMITTED} I forgot the second one.`, ["admission"], "the story has 2 admissions"],
    [
      "two things",
      `${QUOTED} ${ADMITTED}`,
      ["quotation", "admission"],
      "the story has something that somebody said and an admission",
    ],
    [
      "three things",
      `Lena objected to the plan. ${QUOTED} ${ADMITTED}`,
      ["dissent", "quotation", "admission"],
      "the story has somebody who objects, something that somebody said and an admission",
    ],
  ])("why it is taken, in words: %s", (_, body, needs, because) => {
    expect(judge(body, template("t", { needs }))[0]?.because).toBe(because);
  });

  test.each<[judgement: string, templates: PostTemplate[], order: string[]]>([
    ["the higher score first", [template("a", { rank: 40 }), template("b", { rank: 60 })], ["b", "a"]],
    ["of the same score by name", [template("c"), template("a"), template("b")], ["a", "b", "c"]],
    [
      "a wish that is fulfilled decides between the same ranks",
      [template("a"), template("b", { prefers: ["admission"] })],
      ["b", "a"],
    ],
    [
      "what can't be filled last, however high its rank",
      [template("a", { needs: ["bill"], rank: 100 }), template("b", { rank: 1 })],
      ["b", "a"],
    ],
    [
      "of those the one that lacks less first",
      [template("a", { needs: ["bill", "voices"] }), template("b", { needs: ["bill"] })],
      ["b", "a"],
    ],
  ])("their order: %s", (_, templates, order) => {
    expect(judge(ADMITTED, ...templates).map((judged) => judged.template.name)).toEqual(order);
    expect(judge(ADMITTED, ...templates.toReversed()).map((judged) => judged.template.name)).toEqual(order);
  });
});

describe("which template is chosen", () => {
  const HIGH = template("high", { rank: 60 });
  const LOW = template("low", { rank: 40 });
  const LACKING = template("lacking", { needs: ["bill"], rank: 90 });

  test.each<[judgement: string, templates: PostTemplate[], before: string | null, chosen: string | undefined]>([
    ["the best", [LOW, HIGH], null, "high"],
    ["the best that fits", [LACKING, LOW, HIGH], null, "high"],
    ["not that of the post before", [LOW, HIGH], "high", "low"],
    ["that of another post is no hindrance", [LOW, HIGH], "low", "high"],
    ["that of the post before, where no other fits", [LACKING, HIGH], "high", "high"],
    ["a template that is gone hinders nothing", [LOW, HIGH], "gone", "high"],
    ["none where none fits", [LACKING], null, undefined],
    ["none of none", [], "high", undefined],
  ])("%s", (_, templates, before, chosen) => {
    expect(chooseTemplate(judge(ADMITTED, ...templates), before)?.template.name).toBe(chosen);
  });
});
