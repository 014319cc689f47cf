import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeDocuments } from "../../src/merge/document.ts";
import { mergeSettings } from "../../src/merge/settings.ts";

const post = (keys: string, body = "One here. Two here.\n"): string => `---\n${keys}---\n${body}`;

/** Three texts as changes of one. */
function merge(base: string, ours: (text: string) => string, theirs: (text: string) => string) {
  return mergeDocuments(base, ours(base), theirs(base));
}

const swap =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`${from} is not in the text`);
    return text.replace(from, to);
  };

describe("front matter", () => {
  const BASE = post('title: "A"\ntags: [a, b, c]\nweek: 1 # soon\nmood: odd\n');

  test.each<[string, string, string, string, string]>([
    [
      "keys of both",
      "week: 1",
      "week: 2|mood: odd",
      "mood: even",
      'title: "A"\ntags: [a, b, c]\nweek: 2 # soon\nmood: even\n',
    ],
    [
      "tags that both added",
      "[a, b, c]",
      "[a, b, c, d]|[a, b, c]",
      "[a, b, c, e]",
      'title: "A"\ntags: [a, b, c, d, e]\nweek: 1 # soon\nmood: odd\n',
    ],
    [
      "a tag taken out and one added",
      "[a, b, c]",
      "[a, c]|[a, b, c]",
      "[a, b, c, e]",
      'title: "A"\ntags: [a, c, e]\nweek: 1 # soon\nmood: odd\n',
    ],
    [
      "tags on one line and in a list",
      "[a, b, c]",
      "[a, b, c, d]|[a, b, c]",
      "a, b, e",
      'title: "A"\ntags: [a, b, d, e]\nweek: 1 # soon\nmood: odd\n',
    ],
    [
      "new keys at one place",
      "mood: odd",
      "mood: odd\nx: 1|mood: odd",
      "mood: odd\ny: 2",
      'title: "A"\ntags: [a, b, c]\nweek: 1 # soon\nmood: odd\nx: 1\ny: 2\n',
    ],
    [
      "one new key at two places",
      'title: "A"',
      'x: 1\ntitle: "A"|mood: odd',
      "mood: odd\nx: 1",
      'x: 1\ntitle: "A"\ntags: [a, b, c]\nweek: 1 # soon\nmood: odd\n',
    ],
    ["a key that one took out", "mood: odd\n", "|week: 1", "week: 2", 'title: "A"\ntags: [a, b, c]\nweek: 2 # soon\n'],
  ])("%s", (_, oursFrom, oursToAndTheirsFrom, theirsTo, keys) => {
    const [oursTo = "", theirsFrom = ""] = oursToAndTheirsFrom.split("|");
    expect(merge(BASE, swap(oursFrom, oursTo), swap(theirsFrom, theirsTo))).toEqual({
      text: post(keys),
      asides: [],
      decided: [],
    });
  });

  test("of one key with two new values ours stands, in its quotes, and theirs is kept aside", () => {
    expect(merge(BASE, swap('"A"', '"B"'), swap('"A"', "C"))).toEqual({
      text: BASE.replace('"A"', '"B"'),
      asides: [{ key: "title", ours: "B", theirs: "C" }],
      decided: [],
    });
  });

  test("a key that one took out and the other changed stands, and it is said", () => {
    expect(merge(BASE, swap("mood: odd\n", ""), swap("odd", "even"))).toEqual({
      text: BASE.replace("odd", "even"),
      asides: [],
      decided: [{ code: "kept", key: "mood", taken: "even", left: "" }],
    });
  });

  test("maps merge entry by entry", () => {
    const base = post("facts:\n  cause: rain\n  price: $2M\n");
    const { text, asides } = merge(base, swap("rain", "storm"), swap("price: $2M", "price: $3M\n  who: us"));
    expect([text, asides]).toEqual([post("facts:\n  cause: storm\n  price: $3M\n  who: us\n"), []]);
    expect(merge(base, swap("rain", "storm"), swap("rain", "hail")).asides).toEqual([
      { key: "facts.cause", ours: "storm", theirs: "hail" },
    ]);
  });

  test.each([
    ["draft", "ready", "published", "published"],
    ["draft", "published", "scheduled", "published"],
    ["published", "draft", "published", "draft"],
    ["draft", "ready", "ready", "ready"],
  ])("from %s to %s here and %s there, the status is %s", (base, ours, theirs, status) => {
    const of = (word: string): string => post(`status: ${word}\n`);
    const { text, decided } = mergeDocuments(of(base), of(ours), of(theirs));
    expect(text).toBe(of(status));
    const both = ours !== theirs && ours !== base && theirs !== base;
    expect(decided).toEqual(
      both ? [{ code: "status", key: "status", taken: status, left: ours === status ? theirs : ours }] : [],
    );
  });

  test("results stand side by side in the order of their days; two counts of one day become one", () => {
    const of = (...lines: string[]): string => post(`results: [${lines.join(", ")}]\n`);
    expect(
      mergeDocuments(
        of("2025-01-08 impressions=10"),
        of("2025-01-08 impressions=10", "2025-01-12 impressions=50 saves=1", "2025-01-14 impressions=90"),
        of("2025-01-08 impressions=10", "2025-01-10 impressions=30", "2025-01-12 impressions=40 comments=7"),
      ).text,
    ).toBe(
      of(
        "2025-01-08 impressions=10",
        "2025-01-10 impressions=30",
        "2025-01-12 impressions=50 comments=7 saves=1",
        "2025-01-14 impressions=90",
      ),
    );
  });

  test("confirmations of both stand", () => {
    const of = (...words: string[]): string =>
      post(`title: X\nconfirmed:\n${words.map((each) => `  - {words: ${each}, sentence: "${each} is."}\n`).join("")}`);
    expect(mergeDocuments(post("title: X\n"), of("one", "two"), of("one", "three")).text).toBe(
      of("one", "two", "three"),
    );
  });

  test("a text of several sentences merges by sentence", () => {
    const base = post("hook: It broke. We knew.\n");
    expect(merge(base, swap("It broke", "It fell"), swap("We knew", "We slept"))).toEqual({
      text: post("hook: It fell. We slept.\n"),
      asides: [],
      decided: [],
    });
  });

  test("what can't be read merges by lines, and no mark of a merge is written", () => {
    const base = "---\ntitle: A: B\n---\nOne.\n";
    expect(merge(base, swap("One.", "Two."), swap("One.", "Three."))).toEqual({
      text: "---\ntitle: A: B\n---\nTwo.\n",
      asides: [{ key: null, ours: "Two.", theirs: "Three." }],
      decided: [],
    });
  });
});

describe("the body", () => {
  test.each<[string, string, string, string, string]>([
    ["changes in neighbouring sentences", "One. Two.\n", "Eins. Two.\n", "One. Zwei.\n", "Eins. Zwei.\n"],
    ["changes in neighbouring lines", "One.\nTwo.\n", "Eins.\nTwo.\n", "One.\nZwei.\n", "Eins.\nZwei.\n"],
    ["paragraphs that both put at the end", "One.\n", "One.\n\nTwo.\n", "One.\n\nThree.\n", "One.\n\nTwo.\n\nThree.\n"],
    ["sentences that both put at the end", "One.\n", "One. Two.\n", "One. Three.\n", "One. Two. Three.\n"],
    ["the same paragraph put in by both", "A.\n", "A.\n\nB.\n\nC.\n", "A.\n\nB.\n\nD.\n", "A.\n\nB.\n\nC.\n\nD.\n"],
    ["a sentence that both took out", "One. Two.\n", "One.\n", "One.\n", "One.\n"],
    [
      "what one took out beside what the other changed",
      "One.\n\nTwo.\n\nThree.\n",
      "One.\n\nThree.\n",
      "Eins.\n\nTwo.\n\nThree.\n",
      "Eins.\n\nThree.\n",
    ],
  ])("%s", (_, base, ours, theirs, merged) => {
    expect(mergeDocuments(base, ours, theirs)).toEqual({ text: merged, asides: [], decided: [] });
  });

  test("of a sentence that both changed ours stands in place, and theirs is kept whole", () => {
    expect(
      mergeDocuments("It cost $1M, e.g. rent. So.\n", "It cost $2M, e.g. rent. So.\n", "It cost $3M, e.g. rent. So.\n"),
    ).toEqual({
      text: "It cost $2M, e.g. rent. So.\n",
      asides: [{ key: null, ours: "It cost $2M, e.g. rent.", theirs: "It cost $3M, e.g. rent." }],
      decided: [],
    });
  });

  test.each([
    ["One. Two.\n", "Two.\n", "Eins. Two.\n"],
    ["One. Two.\n", "Eins. Two.\n", "Two.\n"],
  ])("a sentence that one took out and the other changed stands: %j %j %j", (base, ours, theirs) => {
    expect(mergeDocuments(base, ours, theirs)).toEqual({
      text: "Eins. Two.\n",
      asides: [],
      decided: [{ code: "kept", key: null, taken: "Eins.", left: "" }],
    });
  });

  test("two weeks that were written apart become one, what they share once", () => {
    const of = (more: string): string => `---\nweek: 2\n---\n## Guidance\n\n${more}\n\n## Rules\n\nBe kind.\n`;
    expect(mergeDocuments("", of("Ours."), of("Theirs.")).text).toBe(of("Ours.\n\nTheirs."));
  });
});

describe("how a file is written", () => {
  const BASE = post("title: A\n", "One.\n\nTwo.\n");
  const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

  test.each<[string, string, string, string, string]>([
    [
      "CRLF stays",
      crlf(BASE),
      crlf(BASE).replace("One", "Eins"),
      crlf(BASE).replace("Two", "Zwei"),
      crlf(BASE).replace("One", "Eins").replace("Two", "Zwei"),
    ],
    ["an editor made CRLF of it", BASE, BASE.replace("One", "Eins"), crlf(BASE), crlf(BASE.replace("One", "Eins"))],
    [
      "a BOM stays",
      `\uFEFF${BASE}`,
      `\uFEFF${BASE.replace("One", "Eins")}`,
      `\uFEFF${BASE.replace("A", "B")}`,
      `\uFEFF${BASE.replace("One", "Eins").replace("A", "B")}`,
    ],
    [
      "a BOM that one put in",
      BASE,
      BASE.replace("One", "Eins"),
      `\uFEFF${BASE}`,
      `\uFEFF${BASE.replace("One", "Eins")}`,
    ],
    [
      "no line end at the end",
      BASE.slice(0, -1),
      BASE.slice(0, -1).replace("One", "Eins"),
      `${BASE.slice(0, -1)}x`,
      `${BASE.slice(0, -1).replace("One", "Eins")}x`,
    ],
    ["mixed line ends", "a\r\nb\nc\r\n\nd\n", "A\r\nb\nc\r\n\nd\n", "a\r\nb\nc\r\n\nD\n", "A\r\nb\nc\r\n\nD\n"],
  ])("%s", (_, base, ours, theirs, merged) => {
    expect(mergeDocuments(base, ours, theirs)).toEqual({ text: merged, asides: [], decided: [] });
  });
});

describe("storybank.yaml", () => {
  test("lines that both added stand", () => {
    const base = "version: 1\nprivate:\n  Acme: a client # not said\n";
    expect(mergeSettings(base, `${base}  Bolt: a bank\n`, `${base}  Cord: a shop\n`)).toEqual({
      text: `${base}  Bolt: a bank\n  Cord: a shop\n`,
      asides: [],
      decided: [],
    });
  });

  test("a key that both added with different values: ours stands, theirs is kept aside", () => {
    const base = "version: 1\n";
    expect(mergeSettings(base, "version: 1\nfold: 140\n", "version: 1\nfold: 210\n")).toEqual({
      text: "version: 1\nfold: 140\n",
      asides: [{ key: null, ours: "fold: 140", theirs: "fold: 210" }],
      decided: [],
    });
  });
});

const sentence = fc.stringMatching(/^[A-Z][a-z]{2,8} [a-z]{2,8}\.$/);
const body = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { maxLength: 4 })
  .map((paragraphs) => paragraphs.map((each) => `${each.join(" ")}\n`).join("\n"));
const matter = fc.record({
  title: sentence,
  tags: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }),
  status: fc.constantFrom("draft", "ready", "published"),
});
const documents = fc
  .tuple(matter, body)
  .map(([{ title, tags, status }, text]) =>
    post(`title: ${title}\ntags: [${tags.join(", ")}]\nstatus: ${status}\n`, text),
  );

const sentencesOf = (text: string): string[] => text.match(/[A-Z][a-z]+ [a-z]+\./g) ?? [];

describe("any three texts", () => {
  test("a side that changed nothing leaves the other's bytes", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, changed) => {
        expect(mergeDocuments(base, changed, base).text).toBe(changed);
        expect(mergeDocuments(base, base, changed).text).toBe(changed);
        expect(mergeDocuments(base, changed, changed).text).toBe(changed);
      }),
    );
  });

  test("no new sentence is lost: it stands in the text, or is kept aside", () => {
    fc.assert(
      fc.property(documents, documents, documents, (base, ours, theirs) => {
        const { text, asides } = mergeDocuments(base, ours, theirs);
        const kept = [text, ...asides.map((aside) => aside.theirs)].join("\n");
        const known = new Set(sentencesOf(base));
        for (const each of [...sentencesOf(ours), ...sentencesOf(theirs)])
          if (!known.has(each)) expect(kept).toContain(each);
        expect(text).not.toMatch(/^(?:<{7}|={7}|>{7})/m);
      }),
      { numRuns: 300 },
    );
  });

  test("any strings merge without a mark and without an error", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary" }),
        (base, ours, theirs) => {
          expect(typeof mergeDocuments(base, ours, theirs).text).toBe("string");
        },
      ),
    );
  });
});
