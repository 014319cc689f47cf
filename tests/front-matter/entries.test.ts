import fc from "fast-check";
import { expect, test } from "vitest";
import { dropEntry, putEntry } from "../../src/front-matter/entries.ts";
import { FrontMatterError } from "../../src/front-matter/values.ts";

const put = (yaml: string, key: string, name: string, text: string | null = null): string =>
  putEntry(yaml, key, { name, text });

test.each<[before: string, key: string, name: string, text: string | null, after: string]>([
  ["version: 1\n", "public", "Sarah", null, "version: 1\npublic:\n  - Sarah\n"],
  ["version: 1", "private", "Acme", "a client", "version: 1\nprivate:\n  Acme: a client\n"],
  [
    "# mine\npublic:\n  # friends\n  - Sarah # yes\n\n# end\nfold: 140\n",
    "public",
    "Tom",
    null,
    "# mine\npublic:\n  # friends\n  - Sarah # yes\n  - Tom\n\n# end\nfold: 140\n",
  ],
  ["public: [Sarah] # all\n", "public", "Tom", null, "public: [Sarah, Tom] # all\n"],
  ["public: Sarah, Ann\n", "public", "Tom", null, "public: [Sarah, Ann, Tom]\n"],
  ["public: []\n", "public", "Tom", null, "public:\n  - Tom\n"],
  ["public: # none yet\nfold: 140\n", "public", "Tom", null, "public: # none yet\n  - Tom\nfold: 140\n"],
  ["private:\n- Acme\n", "private", "Beta", "a shop", "private:\n- Acme\n- Beta: a shop\n"],
  ["private:\n    Acme: a client # old\n", "private", "Beta", null, "private:\n    Acme: a client # old\n    Beta:\n"],
  ["private: {Acme: a client}\n", "private", "Beta", "b", "private: {Acme: a client, Beta: b}\n"],
  ["private:\n  Acme: a client # old\n", "private", "Acme", "a shop", "private:\n  Acme: a shop # old\n"],
  ["private:\n  Acme:\n", "private", "Acme", "a shop", "private:\n  Acme: a shop\n"],
  ["private:\n  - Acme\n  - Beta\n", "private", "Acme", "a shop", "private:\n  - Beta\n  - Acme: a shop\n"],
  [
    "version: 1\r\npublic:\r\n  - Sarah\r\n",
    "public",
    "Tom",
    null,
    "version: 1\r\npublic:\r\n  - Sarah\r\n  - Tom\r\n",
  ],
  ["\ufeffpublic: [Sarah]\n", "public", "Tom", null, "\ufeffpublic: [Sarah, Tom]\n"],
  ["version: 1\n", "private", "A: B # C", "x: y", 'version: 1\nprivate:\n  "A: B # C": "x: y"\n'],
  ["public:\n  - Sarah\n", "public", "Sarah", null, "public:\n  - Sarah\n"],
])("%j: %s gets %s", (before, key, name, text, after) => {
  expect(put(before, key, name, text)).toBe(after);
});

test.each<[before: string, key: string, name: string, after: string]>([
  ["a: 1\npublic:\n  - Sarah # yes\n  - Tom\nb: 2\n", "public", "Sarah", "a: 1\npublic:\n  - Tom\nb: 2\n"],
  ["a: 1\npublic:\n  - Sarah\nb: 2\n", "public", "Sarah", "a: 1\nb: 2\n"],
  ["public: [Sarah, Tom] # all\n", "public", "Tom", "public: [Sarah] # all\n"],
  [
    "private:\n  # the first\n  Acme: a client\n  Beta:\n",
    "private",
    "Beta",
    "private:\n  # the first\n  Acme: a client\n",
  ],
  ["private:\n  - Acme: a client\n  - Beta\n", "private", "Acme", "private:\n  - Beta\n"],
  ["public:\n  - Sarah\n", "public", "Tom", "public:\n  - Sarah\n"],
])("%j: %s loses %s", (before, key, name, after) => {
  expect(dropEntry(before, key, name)).toBe(after);
});

const NAME = fc
  .string({ unit: fc.constantFrom(..."abÉß :#-?[]{},&*!|>%@`'\"\\.0~=".split("")), minLength: 1, maxLength: 12 })
  .map((name) => name.trim())
  .filter((name) => name !== "");

test("whatever a name is made of, it is put, read back, and dropped without a trace", () => {
  const start = "# mine\nversion: 1 # one\nprivate:\n  Acme: a client # old\npublic: [Ann] # all\n";
  fc.assert(
    fc.property(NAME, fc.option(NAME), fc.constantFrom("public", "private", "new"), (name, text, key) => {
      fc.pre(name !== "Acme" && name !== "Ann");
      const after = attempt(() => put(start, key, name, text));
      // What can't be written safely is refused, never written wrongly.
      if (after === null) return;
      expect(dropEntry(after, key, name)).toBe(start);
      expect(put(after, key, name, text)).toBe(after);
    }),
    { numRuns: 2000 },
  );
});

function attempt(edit: () => string): string | null {
  try {
    return edit();
  } catch (error) {
    if (error instanceof FrontMatterError) return null;
    throw error;
  }
}
