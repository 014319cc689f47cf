import fc from "fast-check";
import { expect, test } from "vitest";
import { countGraphemes } from "../../src/post/counting.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

test("graphemes are counted as Unicode cuts them, in plain texts too", () => {
  const bits = fc.constantFrom(
    "a",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "é",
    "e\u0301",
    "–",
    "’",
    "…",
    "•",
    "→",
    "↔",
    "↔\ufe0f",
    "€",
    "≥",
    "ı",
    "\u00ad",
    "\u02de",
    "\u200d",
    "🔥",
    "👩\u200d💻",
    "🇩🇪",
    "👍🏽",
    "日",
    "가",
    "\u1100\u1161",
    "ก็",
    "नी",
    "\u0600",
    "\ud800",
    "1\ufe0f\u20e3",
    "©",
    "©\ufe0f",
    "™\ufe0f",
  );
  const text = fc.array(fc.oneof(bits, fc.string({ unit: "binary", maxLength: 2 })), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const joined = parts.join("");
      expect(countGraphemes(joined)).toBe([...segmenter.segment(joined)].length);
    }),
    { numRuns: 2000 },
  );
});
