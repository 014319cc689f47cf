import matter from "gray-matter";
import { isAlias, isMap, isNode, parseDocument, visit, type Document as YamlDocument } from "yaml";
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

/** Reads a file that is YAML throughout; scalars stay the text that was written. Throws a FrontMatterError as for front matter. */
export function parseYamlFile(text: string): FrontMatter {
  return parseKeys(unifyLineEnds(text.replace(/^\uFEFF/, "")), 0);
}

function unifyLineEnds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** `above` is the number of the file's lines above these, for what is said of a line. */
function parseKeys(source: string, above: number): FrontMatter {
  return parseYaml(source, above).toJS({ mapAsMap: true, maxAliasCount: 0 }) ?? new Map<string, Value>();
}

/** Parses YAML into a document whose nodes know their place, refusing what can't be read safely. */
export function parseYaml(source: string, above = 1): YamlDocument {
  refuseDepth(source);
  const parsed = parseDocument(source, { schema: "failsafe", strict: true, uniqueKeys: true, prettyErrors: true });
  const problem = parsed.errors[0] ?? parsed.warnings[0];
  if (problem !== undefined) throw new FrontMatterError(wordYamlProblem(problem.code, problem.message, source, above));
  if (isNode(parsed.contents) && !isMap(parsed.contents) && parsed.contents.toString().trim() !== "") {
    throw new FrontMatterError("its front matter holds no keys; write key: value lines");
  }
  visit(parsed, (key, node) => {
    if (isAlias(node)) throw new FrontMatterError("its front matter uses an alias (*name); write the value out");
    if (!isNode(node)) return;
    if ("anchor" in node && node.anchor)
      throw new FrontMatterError("its front matter uses an anchor (&name); write the value out");
    if (node.tag?.startsWith("!"))
      throw new FrontMatterError(`its front matter uses a tag (${node.tag}); write plain text`);
    if (key === "key" && isMap(node)) throw new FrontMatterError("a key of its front matter is not plain text");
  });
  return parsed;
}

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

function refuseDepth(source: string): void {
  let depth = 0;
  for (const character of source) {
    if (character === "[" || character === "{") depth++;
    if (character === "]" || character === "}") depth--;
    if (depth > DEEPEST) throw new FrontMatterError("its front matter is nested too deeply");
  }
}

function wordYamlProblem(code: string, message: string, source: string, above: number): string {
  const line = /at line (\d+)/.exec(message)?.[1];
  const where =
    line === undefined ? "" : ` on line ${Math.min(Number(line), source.trimEnd().split("\n").length) + above}`;
  if (code === "DUPLICATE_KEY") return `its front matter has a key twice${where}; keep one of them`;
  if (code === "TAB_AS_INDENT") return `its front matter is indented with a tab${where}; use spaces`;
  if (/compact mappings|Nested mappings/.test(message))
    return `its front matter can't be read${where}; put quotes around a value that holds a colon`;
  return `its front matter can't be read${where}: ${(message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?/, "").trim()}`;
}
