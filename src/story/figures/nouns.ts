import { plainText } from "../filter.ts";

/** Words that count the same things. Deliberately few: a developer is an engineer, but never an instance. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["developer", "engineer", "programmer", "dev", "coder", "entwickler"],
  ["person", "people", "folk", "human", "head"],
  ["employee", "colleague", "teammate", "staff"],
  ["user", "customer", "subscriber", "member"],
  ["server", "instance", "machine", "node", "host", "box"],
  ["bug", "defect", "issue"],
  ["incident", "outage", "failure"],
  ["deployment", "deploy", "release", "rollout"],
  ["request", "call", "query"],
  ["picture", "image", "photo", "scan"],
  ["company", "firm", "business", "startup"],
  ["meeting", "call"],
  ["line", "loc"],
  ["hospital", "clinic"],
  ["alert", "page", "alarm"],
  ["team", "squad"],
  ["option", "way"],
  ["dollar", "buck"],
];

/** Whether two counted nouns name the same things: "EC2 instances" and "instances", "developers" and "engineers". */
export function sameNoun(a: string, b: string): boolean {
  const [one, other] = [headOf(a), headOf(b)];
  return one === other || SYNONYMS.some((group) => group.includes(one) && group.includes(other));
}

/** The last word in the singular, without case and accents: what the other words only describe. */
function headOf(noun: string): string {
  return singular(
    plainText(noun)
      .split(/[\s-]+/)
      .at(-1) ?? "",
  );
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["people", "people"],
  ["men", "man"],
  ["women", "woman"],
  ["children", "child"],
  ["feet", "foot"],
  ["teeth", "tooth"],
  ["criteria", "criterion"],
]);

function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4) return word;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}
