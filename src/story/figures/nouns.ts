import { plainText } from "../filter.ts";

/** So many of the first groups are of people. */
const PERSONS = 5;
/** Words that count the same things. Deliberately few: a developer is an engineer, but never an instance. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["developer", "engineer", "programmer", "dev", "coder", "entwickler"],
  ["person", "people", "folk", "human", "head"],
  ["employee", "colleague", "teammate", "staff"],
  ["user", "customer", "subscriber", "member"],
  ["manager", "lead", "supervisor"],
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
  const [ones, others] = [stemsOf(a), stemsOf(b)];
  if (ones.some((one) => others.includes(one))) return true;
  if (isPeople(ones) ? isPerson(others) : isPeople(others) && isPerson(ones)) return true;
  return SYNONYMS.some(
    (group) => ones.some((one) => group.includes(one)) && others.some((other) => group.includes(other)),
  );
}

/** "12 people" can be any twelve humans. */
function isPeople(stems: readonly string[]): boolean {
  return stems.some((stem) => /^(?:people|person|folk|human)$/.test(stem));
}

function isPerson(stems: readonly string[]): boolean {
  return stems.some(
    (stem) => OTHER_PERSONS.has(stem) || SYNONYMS.slice(0, PERSONS).some((group) => group.includes(stem)),
  );
}

const OTHER_PERSONS = new Set(
  "analyst architect author candidate client consultant contractor designer director doctor expert founder hire intern junior man nurse patient reader reviewer scientist senior student teacher tester woman worker writer".split(
    " ",
  ),
);

/** What the last word may be in the singular, without case and accents; the other words only describe it. */
function stemsOf(noun: string): string[] {
  const word =
    plainText(noun)
      .split(/[\s-]+/)
      .at(-1) ?? "";
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return [irregular];
  return [
    word,
    word.replace(/s$/, ""),
    word.replace(/es$/, ""),
    word.replace(/es$/, "is"),
    word.replace(/ies$/, "y"),
  ].filter((stem) => stem.length > 1);
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
