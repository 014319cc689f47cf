import { describe, expect, test } from "vitest";
import { resolveName } from "../../src/bank/resolve.ts";
import { UserError, type UserProblem } from "../../src/errors.ts";

const ITEMS = ["outage-night", "outage-day", "invoice"].map((id) => ({
  id,
  path: `stories/${id}.md`,
  title: id.toUpperCase(),
}));

function problemOf(name: string): UserProblem | undefined {
  try {
    resolveName("story", ITEMS, name);
  } catch (error) {
    return error instanceof UserError ? error.problem : undefined;
  }
  return undefined;
}

describe("what a name means", () => {
  test.each<[name: string, problem: UserProblem | undefined]>([
    ["invoice", undefined],
    ["inv", undefined],
    ["outage", { code: "ambiguous", name: "outage", candidates: ["outage-night", "outage-day"] }],
    ["invoise", { code: "not-found", name: "invoise", nearest: "invoice" }],
    ["kubernetes", { code: "not-found", name: "kubernetes", nearest: null }],
  ])("%s", (name, problem) => {
    expect(problemOf(name)).toEqual(problem);
  });
});
