import { COMPANIES, FIRST_NAMES, PLACES } from "./known-names.ts";
import { ownKey } from "./name-runs.ts";
import {
  COMPANY_ENDS,
  COMPANY_LEADS,
  COMPANY_TRAILS,
  DETERMINERS,
  leadsPerson,
  PERSON_VERBS,
  PLACE_ENDS,
  PLACE_LEADS,
  PRODUCT_TRAILS,
  TITLES,
} from "./name-words.ts";
import type { Token } from "./token.ts";

/** What a name names; `other` where nothing tells. */
export type NameKind = "person" | "company" | "place" | "product" | "other";

/** What the words of a name, and those around it, tell of what it names. */
export function kindOf(tokens: readonly Token[], words: readonly number[]): NameKind {
  const keys = words.map((index) => ownKey(tokens[index]));
  const [first = "", last = ""] = [keys[0], keys.at(-1)];
  const whole = keys.join(" ").replaceAll(" - ", "-");
  const before = tokens[(words[0] ?? 0) - 1];
  const lead = before?.text === "." ? tokens[(words[0] ?? 0) - 2] : before;
  if (TITLES.has(lead?.key ?? "")) return "person";
  if (PLACES.has(whole) && !(FIRST_NAMES.has(whole) && isPerson(tokens, words))) return "place";
  if (COMPANIES.has(whole) || (keys.length > 1 && COMPANY_ENDS.has(last))) return "company";
  if (FIRST_NAMES.has(first)) return "person";
  const trail = tokens[(words.at(-1) ?? 0) + 1]?.key ?? "";
  if (COMPANY_LEADS.has(before?.key ?? "") || COMPANY_TRAILS.has(trail)) return "company";
  if (isPerson(tokens, words)) return "person";
  if (keys.length > 1 && PLACE_ENDS.has(last)) return "place";
  if (PRODUCT_TRAILS.has(trail) || /\p{Ll}\p{Lu}/u.test(tokens[words[0] ?? 0]?.text ?? "")) return "product";
  return PLACE_LEADS.has(before?.key ?? "") ? "place" : "other";
}

/** "our engineer Priya", "Okafor said", "Okafor, our CTO". */
function isPerson(tokens: readonly Token[], words: readonly number[]): boolean {
  const [from, to] = [words[0] ?? 0, words.at(-1) ?? 0];
  if (leadsPerson(tokens[from - 1]?.key ?? "")) return true;
  const [next, after, beyond] = [tokens[to + 1], tokens[to + 2], tokens[to + 3]];
  if (PERSON_VERBS.has(next?.key ?? "")) return true;
  return next?.text === "," && DETERMINERS.has(after?.key ?? "") && leadsPerson(beyond?.key ?? "");
}
