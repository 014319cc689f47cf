import fc from "fast-check";
import { writeScalar } from "../../src/front-matter/write.ts";

/** Text as people write it into front matter, with the characters that YAML is touchy about. */
export const text = fc.oneof(
  fc.constantFrom(
    "1:30",
    "0123",
    "1.10",
    "yes",
    "null",
    "~",
    "-1",
    "- x",
    "a: b",
    "a #b",
    "#x",
    "'",
    '"',
    "[x]",
    "{",
    "é",
    "🔥 x",
    "日本",
    "C++",
    "a,b",
    "…",
  ),
  fc
    .string({ unit: fc.constantFrom(..."ab1 :#-[]{}\"'\\,&*!|>%@`é—🔥?"), minLength: 1, maxLength: 12 })
    .map((s) => s.trim() || "x"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
);

const quoted = text
  .chain((value) =>
    fc.constantFrom(writeScalar(value), `"${value.replace(/["\\]/g, "\\$&")}"`, `'${value.replaceAll("'", "''")}'`),
  )
  .filter((s) => !/[\n\r\u2028\u2029\ufeff\0-\x1f\x7f-\x9f]/.test(s));

const scalar = fc.oneof(
  quoted,
  fc.constantFrom("plain", "two words", "42", "a, b", "x: y", "x #y", "", "&a b", "*a", "!t x", "- x"),
);
const comment = fc.constantFrom("", "", " # note", " #", "#x");
const key = fc.constantFrom(
  "title",
  "week",
  "day",
  "tags",
  "facts",
  "x-y",
  "hook",
  "k1",
  "k2",
  "__proto__",
  "constructor",
);

const pair = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(key, scalar, comment).map(([k, v, c]) => [`${k}: ${v}${c}`]) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(key, fc.array(scalar, { maxLength: 3 }), comment)
      .map(([k, v, c]) => [`${k}: [${v.join(", ")}]${c}`]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(key, fc.constantFrom("", " ", "  "), fc.array(fc.tuple(scalar, comment), { maxLength: 3 }))
      .map(([k, indent, items]) => [`${k}:`, ...items.map(([v, c]) => `${indent}- ${v}${c}`)]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(key, fc.constantFrom(" ", "  "), fc.array(fc.tuple(key, scalar), { maxLength: 3 }))
      .map(([k, indent, items]) => [`${k}:`, ...items.map(([name, v]) => `${indent}${name}: ${v}`)]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        key,
        fc.constantFrom("|", "|-", "|+", ">", ">-"),
        fc.array(fc.constantFrom("a", "  b", "", " ", "# c", "k: v", "- i", "x  "), { maxLength: 4 }),
      )
      .map(([k, style, lines]) => [`${k}: ${style}`, ...lines.map((line) => (line === "" ? "" : `  ${line}`))]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom([""], ["# comment"], ["  # indented"], ["  continued"], ["\tx: y"], ["..."], ["? a"]),
  },
);

/** The lines between two fences, most of them sound, some of them not. */
export const matter = fc.array(pair, { maxLength: 6 }).map((pairs) =>
  pairs
    .flat()
    .map((line) => `${line}\n`)
    .join(""),
);
