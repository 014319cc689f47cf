import matter from "gray-matter";
import { isAlias, isMap, isNode, parseDocument, visit, type YAMLError, type Document as YamlDocument } from "yaml";
import { type FrontMatter, FrontMatterError, type Value } from "./values.ts";

/** Deeper nesting than any real file has; 20,000 brackets would overflow a parser's stack. */
const DEEPEST = 24;

/**
 * Reads the lines between the fences with the full parser: gray-matter, with the `yaml` package in failsafe mode as its only
 * engine. Nothing in a file is ever run.
 *
 * @throws FrontMatterError for what is ambiguous or unsafe: duplicate keys, anchors, aliases, tags, tabs, lists or
 * scalars where keys should be.
 */
export function parseFrontMatter(lines: string): FrontMatter {
  const { data, isEmpty } = matter(`---\n${unifyLineEnds(lines)}---\n`, { language: "yaml", engines: ENGINES }) as {
    data: unknown;
    isEmpty?: boolean;
  };
  return isEmpty === true ? new Map() : (data as FrontMatter);
}

/**
 * Reads a file that is YAML throughout; scalars stay the text that was written. `subject` is what an error speaks of. Throws a
 * FrontMatterError as for front matter.
 */
export function parseYamlFile(text: string, subject: string): FrontMatter {
  return parseKeys(unifyLineEnds(text.replace(/^\uFEFF/, "")), 0, subject);
}

function unifyLineEnds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** `above` is the number of the file's lines above these, for what is said of a line. */
function parseKeys(source: string, above: number, subject = SUBJECT): FrontMatter {
  return parseYaml(source, above, subject).toJS({ mapAsMap: true, maxAliasCount: 0 }) ?? new Map<string, Value>();
}

/** Parses YAML into a document whose nodes know their place, refusing what can't be read safely. */
export function parseYaml(source: string, above = 1, subject = SUBJECT): YamlDocument {
  refuseDepth(source, subject);
  const parsed = parseDocument(source, { schema: "failsafe", strict: true, uniqueKeys: true, prettyErrors: true });
  const problem = parsed.errors[0] ?? parsed.warnings[0];
  if (problem !== undefined) {
    const line = lineOf(problem, source, above);
    throw new FrontMatterError(`${subject} ${wordYamlProblem(problem, line)}`, line);
  }
  if (isNode(parsed.contents) && !isMap(parsed.contents) && parsed.contents.toString().trim() !== "") {
    throw new FrontMatterError(`${subject} holds no keys; write key: value lines`);
  }
  visit(parsed, (key, node) => {
    if (isAlias(node)) throw new FrontMatterError(`${subject} uses an alias (*name); write the value out`);
    if (!isNode(node)) return;
    if ("anchor" in node && node.anchor)
      throw new FrontMatterError(`${subject} uses an anchor (&name); write the value out`);
    if (node.tag?.startsWith("!")) throw new FrontMatterError(`${subject} uses a tag (${node.tag}); write plain text`);
    if (key === "key" && isMap(node)) throw new FrontMatterError(`a key of ${subject} is not plain text`);
  });
  return parsed;
}

const SUBJECT = "its front matter";

function refuseEngine(): never {
  throw new FrontMatterError("its front matter is code; nothing in it is run");
}

const REFUSED = { parse: refuseEngine, stringify: refuseEngine };
const ENGINES = {
  // gray-matter hands the lines over with the opening fence's line break in front and without the last one's own.
  yaml: {
    parse: (source: string): object => parseKeys(`${source.replace(/^\n/, "")}\n`, 1),
    stringify: refuseEngine,
  },
  json: REFUSED,
  javascript: REFUSED,
  js: REFUSED,
  coffee: REFUSED,
};

function refuseDepth(source: string, subject: string): void {
  let depth = 0;
  for (const character of source) {
    if (character === "[" || character === "{") depth++;
    if (character === "]" || character === "}") depth--;
    if (depth > DEEPEST) throw new FrontMatterError(`${subject} is nested too deeply`);
  }
}

/** The file's line of a problem; what is missing at the end is missing on the last line that says anything. */
function lineOf({ linePos }: YAMLError, source: string, above: number): number | null {
  const line = linePos?.[0].line;
  return line === undefined ? null : Math.min(line, source.trimEnd().split("\n").length) + above;
}

function wordYamlProblem({ code, message }: YAMLError, line: number | null): string {
  const where = line === null ? "" : ` on line ${line}`;
  if (code === "DUPLICATE_KEY") return `has a key twice${where}; keep one of them`;
  if (code === "TAB_AS_INDENT") return `is indented with a tab${where}; use spaces`;
  if (code === "BLOCK_AS_IMPLICIT_KEY") return `can't be read${where}; put quotes around a value that holds a colon`;
  return `can't be read${where}: ${(message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?/, "").trim()}`;
}
