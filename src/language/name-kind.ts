import { isListed } from "./dictionary.ts";
import { COMPANIES, FIRST_NAMES, PLACES } from "./known-names.ts";
import { ownKey } from "./name-runs.ts";
import { leadsPerson } from "./name-words.ts";
import type { Token } from "./token.ts";

/** What a name names; `other` where nothing tells. */
export type NameKind = "person" | "company" | "place" | "product" | "other";

/** What the words of a name, and those around it, tell of what it names. */
export function kindOf(tokens: readonly Token[], words: readonly number[]): NameKind {
  const before = tokens[(words[0] ?? 0) - 1];
  const title = before?.text === "." ? tokens[(words[0] ?? 0) - 2] : before;
  if (isListed("titles", title?.key ?? "")) return "person";
  return kindOfWords(tokens, words) ?? kindBeside(tokens, words, before?.key ?? "");
}

/** What is known by the name itself. */
function kindOfWords(tokens: readonly Token[], words: readonly number[]): NameKind | null {
  const keys = words.map((index) => ownKey(tokens[index]));
  const whole = keys.join(" ").replaceAll(" - ", "-");
  if (PLACES.has(whole) && !(FIRST_NAMES.has(whole) && isPerson(tokens, words))) return "place";
  if (COMPANIES.has(whole) || endsIn("companyEnds", keys)) return "company";
  return FIRST_NAMES.has(keys[0] ?? "") ? "person" : null;
}

/** What the words in front of a name and behind it tell. */
function kindBeside(tokens: readonly Token[], words: readonly number[], before: string): NameKind {
  const trail = tokens[(words.at(-1) ?? 0) + 1]?.key ?? "";
  if (isListed("companyLeads", before) || isListed("companyTrails", trail)) return "company";
  if (isPerson(tokens, words)) return "person";
  if (
    endsIn(
      "placeEnds",
      words.map((index) => ownKey(tokens[index])),
    )
  )
    return "place";
  if (isListed("productTrails", trail) || /\p{Ll}\p{Lu}/u.test(tokens[words[0] ?? 0]?.text ?? "")) return "product";
  return isListed("placeLeads", before) ? "place" : "other";
}

function endsIn(list: "companyEnds" | "placeEnds", keys: readonly string[]): boolean {
  return keys.length > 1 && isListed(list, keys.at(-1) ?? "");
}

/** "our engineer Priya", "Okafor said", "Okafor, our CTO". */
function isPerson(tokens: readonly Token[], words: readonly number[]): boolean {
  const [from, to] = [words[0] ?? 0, words.at(-1) ?? 0];
  if (leadsPerson(tokens[from - 1]?.key ?? "")) return true;
  const [next, after, beyond] = [tokens[to + 1], tokens[to + 2], tokens[to + 3]];
  if (isListed("personVerbs", next?.key ?? "")) return true;
  return next?.text === "," && isListed("roleLeads", after?.key ?? "") && leadsPerson(beyond?.key ?? "");
}
