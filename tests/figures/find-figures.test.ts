import { describe, expect, test } from "vitest";
import { findFigures } from "../../src/figures/find-figures.ts";
import { readStoryLines } from "../../src/story/beats.ts";

describe("figures of a story", () => {
  const figures = (body: string) => findFigures(readStoryLines({ body, bodyLine: 10 }));

  test("carry their label and their line in the file", () => {
    expect(figures("**The Bill:**\n- **Rework**: $800K\n- Delay: 2 months\n\nIt took 3\nweeks.\n")).toMatchObject([
      { text: "$800K", label: "Rework", line: 11 },
      { text: "2 months", label: "Delay", line: 12 },
      { text: "3 weeks", label: "The Bill", line: 14 },
    ]);
  });

  test("Before and After columns are changes", () => {
    expect(figures("| Measure | Before | After |\n| --- | --- | --- |\n| Failover | 90 s | 4 s |\n")[0]).toMatchObject({
      kind: "change",
      label: "Failover",
      line: 12,
      from: { value: 90, unit: "seconds" },
      to: { value: 4, unit: "seconds" },
    });
  });

  test("Before and After bullets are a change where each states one quantity", () => {
    expect(
      figures("- **Before**: 6 hours a release\n- **After**: 12 minutes\n").find((figure) => figure.kind === "change"),
    ).toMatchObject({ from: { value: 6 }, to: { value: 12 } });
    expect(
      figures("- **Before**: 80% coding, 20% people\n- **After**: 20% coding, 80% people\n").some(
        (figure) => figure.kind === "change",
      ),
    ).toBe(false);
  });

  test("code is left as code", () => {
    expect(figures("```python\nPOOL = 20  # 85% faster\n```\n")).toEqual([]);
  });
});
