import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { PROJECT } from "./support/bank.ts";
import { importsOf, patternsOf } from "./support/source.ts";

const SRC = join(PROJECT, "src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const read = (file: string): string => readFileSync(join(SRC, file), "utf8");
const roomOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? "") : "");

/** The rooms of the house from its top to its ground, those beside each other in one row. A room may reach for those in lower rows. */
const ROWS: readonly (readonly string[])[] = [
  ["commands"],
  ["page", "lsp", "prompts"],
  ["render"],
  ["jobs"],
  ["check", "import"],
  ["truth", "fit"],
  ["hooks"],
  ["post", "search", "templates"],
  ["story", "encoding"],
  ["figures"],
  ["text"],
  ["language", "calendar"],
  ["front-matter"],
];

/**
 * `bank` stands beside them: it gives stories, posts, weeks and templates as values, so it may use what reads these out of a
 * text, and is called by jobs and above. What makes hooks and posts of templates (`hooks`, `fit`) is none of its business.
 */
const BANK_MAY_USE = ["post", "templates", "story", "calendar", "front-matter"];
const MAY_USE_BANK = ["commands", "page", "lsp", "jobs"];

function mayUse(own: string, room: string): boolean {
  if (own === "bank") return BANK_MAY_USE.includes(room);
  if (room === "bank") return MAY_USE_BANK.includes(own);
  const [from, to] = [own, room].map((name) => ROWS.findIndex((row) => row.includes(name)));
  return from !== undefined && to !== undefined && from >= 0 && from < to;
}

/** Where a library's own message is shortened to be shown; nothing is decided on it. */
const SHORTENS: Record<string, readonly string[]> = {
  "cli.ts": ["message.replace(", "message.split("],
  "front-matter/parse.ts": [".exec(message)", "message.split("],
  "hooks/liquid.ts": ["message.split("],
  "clipboard.ts": ["message.split(", "reason.slice("],
  "jobs/import-linkedin.ts": ["message.split("],
};

const SENTENCE = String.raw`\b(?:message|hint|remedy|problem|reason|trouble)\b`;
const SEARCHES = "(?:includes|startsWith|endsWith|indexOf|match(?:All)?|search|split|replace(?:All)?|slice|substring)";
/** `error.message.includes(…)`, `/…/.test(problem)`, `problem === "…"`. */
const SEARCHES_A_SENTENCE = new RegExp(
  [
    String.raw`${SENTENCE}[)"\]]*(?:\?|!)?\.${SEARCHES}\(`,
    String.raw`\.(?:test|exec)\([^()]*${SENTENCE}\)`,
    String.raw`${SENTENCE} [!=]== ["\`]`,
  ].join("|"),
  "g",
);

function exportsOf(text: string): string[] {
  const declared = [
    ...text.matchAll(/^export (?:declare |abstract |async )*(?:function\*?|const|let|class|type|interface) (\w+)/gm),
  ].map(([, name = ""]) => name);
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim().split(/\s+/).at(-1) ?? ""),
  );
  return [...declared, ...listed.filter((name) => name !== "")];
}

const PURE = ROWS.slice(4).flat();

/** Alternatives of an expression that are words of a language: four of them are a list. */
function wordsIn(pattern: string): string[] {
  const alternations = pattern.replace(/\(\?(?:[:=!]|<[=!])/g, "(").match(/[^|()]+(?:\|[^|()]+)+/g) ?? [];
  return alternations
    .map((each) => each.split("|").filter((word) => /^\p{Ll}{3,}$/u.test(word.replace(/[\s?.^$]|\\[bsw][*+]?/g, ""))))
    .filter((words) => words.length >= 4)
    .flat();
}

/** The first circle of files that import one another, types included; null where there is none. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const search = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of graph.get(file) ?? []) {
      const circle = search(target, [...path, file]);
      if (circle !== null) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = search(file, []);
    if (circle !== null) return circle;
  }
  return null;
}

/** The files of the house itself that a room may reach for, apart from the errors. */
const ROOT_FILES: Record<string, readonly string[]> = {
  commands: ["context.ts"],
  prompts: ["context.ts"],
  lsp: ["version.ts"],
};

describe("the house", () => {
  test.each(files.filter((file) => roomOf(file) !== ""))("%s reaches only for rooms below its own", (file) => {
    const own = roomOf(file);
    for (const [, path = ""] of read(file).matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
      const target = join(file, "..", path);
      const room = roomOf(target);
      if (room === "") expect(["errors.ts", ...(ROOT_FILES[own] ?? [])]).toContain(target);
      else if (room !== own) expect(mayUse(own, room), `${own} → ${room}`).toBe(true);
    }
  });

  test.each(files.filter((file) => PURE.includes(roomOf(file)) || /^page\/(?:views|parts)\//.test(file)))(
    "%s is pure",
    (file) => {
      expect(
        read(file).match(/from "(?:node:|fs-extra)|\bconsole\.|\bprocess\.|\bDate\.now|new Date\b|Math\.random/)?.[0],
      ).toBeUndefined();
    },
  );

  test.each(files)("%s decides on codes and values, and searches no sentence", (file) => {
    const found = [...read(file).matchAll(SEARCHES_A_SENTENCE)].map(([words]) => words);
    expect(found.filter((words) => SHORTENS[file]?.includes(words) !== true)).toEqual([]);
  });

  test.each([
    [`error.message.includes("gone")`, true],
    [`!problem.message.startsWith("no week number")`, true],
    [`found.remedy.replace("the story", "the text")`, true],
    [`(error.hint ?? "").split("\\n")`, false],
    [`if (result.problem === "it is gone") return null;`, true],
    [`/link|folder/.test(problem)`, true],
    [`error?.message?.endsWith(".")`, true],
    [`result.problem.code === "gone"`, false],
    [`context.err(visible(error.message))`, false],
  ])("%s searches a sentence: %s", (code, searches) => {
    expect(code.match(SEARCHES_A_SENTENCE) !== null).toBe(searches);
  });

  test("an exported name means one thing: no two files export the same", () => {
    const exported = new Map<string, string[]>();
    for (const file of files)
      for (const name of exportsOf(read(file))) exported.set(name, [...(exported.get(name) ?? []), file]);
    expect([...exported].filter(([, where]) => where.length > 1)).toEqual([]);
  });

  test.each(COMMANDS.filter(({ isHidden }) => isHidden !== true).map(({ name }) => name))(
    "%s has its own test file",
    (name) => {
      expect(existsSync(join(PROJECT, "tests", "commands", `${name}.test.ts`))).toBe(true);
    },
  );

  test("every kind of export is found", () => {
    const code = [
      "export function one() {}",
      "export async function two() {}",
      "export const three = 3;",
      "export class four {}",
      "export type five = 5;",
      "export interface six {}",
      "export { seven, eight as nine, type ten };",
      "const eleven = 11;",
    ].join("\n");
    expect(exportsOf(code)).toEqual(["one", "two", "three", "four", "five", "six", "seven", "nine", "ten"]);
  });

  // V8 14, that of Node 26, then looks at the last half of a surrogate pair alone: /[\p{L}]$/u does not match 𝗔, /\p{L}$/u does.
  test.each(files)("%s has no class of letters right before the end of an expression", (file) => {
    expect(read(file).match(/\[(?:\^|[^\]\n]*\\p\{)[^\]\n]*\]\)*\$\)*\/\w*u/i)?.[0]).toBeUndefined();
  });

  test.each(files)("%s keeps to its place: files in bank/, the process in main.ts, questions in prompts/", (file) => {
    const text = read(file);
    if (!["main.ts", "bank/process.ts"].includes(file)) expect(text.match(/\bprocess\.(?!ts)/)?.[0]).toBeUndefined();
    if (roomOf(file) !== "bank") expect(text.match(/from "(?:node:fs|fs-extra)"/)?.[0]).toBeUndefined();
    if (roomOf(file) !== "prompts") expect(text.match(/from "inquirer"/)?.[0]).toBeUndefined();
    expect(text.match(/\bconsole\.|export default|export \* from/)?.[0]).toBeUndefined();
    expect(text.split("\n").length).toBeLessThanOrEqual(251);
  });

  test.each(files)("%s has no long regular expression, and no list of words in one", (file) => {
    const patterns = patternsOf(file, read(file));
    const most = ["language", "encoding"].includes(roomOf(file)) ? 200 : 100;
    expect(patterns.filter((pattern) => pattern.length > most)).toEqual([]);
    if (roomOf(file) !== "language") expect(patterns.flatMap(wordsIn)).toEqual([]);
  });

  test("no files import one another in a circle", () => {
    const graph = new Map(
      files.map((file) => [file, importsOf(file, read(file)).filter((each) => files.includes(each))]),
    );
    expect(findCircle(graph)).toBeNull();
  });
});

test.each([
  ["day|week|month|year", ["day", "week", "month", "year"]],
  ["^(?:guidelines?|notes?|expect\\w*|summary)\\b", ["guidelines?", "notes?", "expect\\w*", "summary"]],
  ["st|nd|rd|th|er", []],
  ["[a-z]|\\d+|x", []],
])("words among the alternatives of %j", (pattern, words) => expect(wordsIn(pattern)).toEqual(words));

test.each<[string, Record<string, string[]>, string[] | null]>([
  ["none", { a: ["b", "c"], b: ["c"], c: [] }, null],
  ["of two", { a: ["b"], b: ["c"], c: ["b"] }, ["b", "c", "b"]],
  ["of one", { a: ["a"] }, ["a", "a"]],
])("circles: %s", (_, graph, circle) => expect(findCircle(new Map(Object.entries(graph)))).toEqual(circle));
