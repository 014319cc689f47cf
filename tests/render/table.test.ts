import { describe, expect, test } from "vitest";
import { loadPaint } from "../../src/render/paint.ts";
import { renderTable } from "../../src/render/table.ts";
import { toJson, visible } from "../../src/render/visible.ts";
import { fitWidth, loadWidths, widthOf } from "../../src/render/width.ts";
import { wrapText } from "../../src/render/wrap.ts";

describe("tables", () => {
  test("colours add nothing but colour", async () => {
    const paint = await loadPaint();
    const rows = [
      ["a", "long title"],
      ["b", "x"],
    ];
    const colored = await renderTable([{ paint: paint.strong }, { shrinks: true, paint: paint.faint }], rows, 80);
    expect(colored.replace(/\x1b\[\d+m/g, "")).toBe(await renderTable([{}, { shrinks: true }], rows, 80));
    expect(colored).toContain("\u001b[1ma\u001b[22m");
  });

  test("wide characters are aligned, and what is too wide is cut", async () => {
    const table = await renderTable(
      [{ shrinks: true }, {}],
      [
        ["日本語のタイトル", "x"],
        ["👩‍💻 ok", "y"],
        ["plain", "z"],
      ],
      18,
    );
    expect(
      table
        .split("\n")
        .slice(0, 3)
        .map((line) => widthOf(line.slice(0, -1))),
    ).toEqual([17, 17, 17].map((width) => Math.min(width, widthOf(table.split("\n")[0]?.slice(0, -1) ?? ""))));
    for (const line of table.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(18);
  });

  test("text is cut and wrapped between characters as people see them", async () => {
    await loadWidths(["日本"]);
    expect([fitWidth("日本語", 5), fitWidth("abc", 3), fitWidth("abcd", 3), fitWidth("a", 0)]).toEqual([
      "日本…",
      "abc",
      "ab…",
      "",
    ]);
    expect(wrapText("one two three\nfour", 7)).toEqual(["one two", "three", "four"]);
  });
});

describe("what is shown", () => {
  test.each([
    ["a\u001b[31mb", "a\\u{1b}[31mb"],
    ["a\rb\bc\u009b", "a\\u{0d}b\\u{08}c\\u{9b}"],
    ["x\u202ey\u200b\ufeff", "x\\u{202e}y\\u{200b}\\u{feff}"],
    ["👨‍💻 ok\nnext", "👨‍💻 ok\nnext"],
    ["a\u200db", "a\\u{200d}b"],
  ])("%j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test("JSON hides nothing and loses nothing", () => {
    const value = { title: "a\u202eb\u0085", facts: new Map([["k", "v"]]) };
    expect(toJson(value)).toContain("a\\u202eb\\u0085");
    expect(JSON.parse(toJson(value))).toEqual({ title: value.title, facts: { k: "v" } });
  });
});
