import { listed, wordsOf } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { stemOf } from "../language/stem.ts";
import type { Token } from "../language/token.ts";
import { findNameUses, isCapitals, type NameUse } from "./name-uses.ts";
import { near } from "./near.ts";
import { once } from "./once.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** The names of a story: those that stand somewhere with a capital that no sentence gives them. */
export interface Cast {
  /** Whether a word is part of a name. */
  isName(key: string): boolean;
  isPlace(key: string): boolean;
  /** The names of each passage, those of people with the pronoun that goes on with them. */
  uses: ReadonlyMap<Passage, readonly NameUse[]>;
  /** The words of a person's whole name, by each of them. */
  fullName(key: string): readonly string[];
  /** The person that a role is of: "copywriter" is Carys. */
  holderOf(role: string): string | null;
}

const casts = new WeakMap<StoryIndex, Cast>();

export function castOf(story: StoryIndex): Cast {
  const known = casts.get(story);
  if (known !== undefined) return known;
  const all = once(() => new Map(story.passages.map((passage) => [passage, findNameUses(passage)] as const)));
  const names = once(() => readNames(all()));
  // A name that only opens sentences is told by what stands behind it: "Maeve designed it", "Orla, who …".
  const uses = once(
    () =>
      new Map(
        [...all()].map(
          ([passage, found]) => [passage, found.filter(({ keys }) => keys.some((key) => names().has(key)))] as const,
        ),
      ),
  );
  const roles = once(() => readRoles(story.passages, uses()));
  /** What the story doesn't say is no name of it; then its names need not be read. */
  const nameOf = (key: string): NameWord | undefined => (story.hasWord(key) ? names().get(key) : undefined);
  const cast: Cast = {
    isName: (key) => nameOf(key) !== undefined,
    isPlace: (key) => (nameOf(key)?.places ?? 0) > (nameOf(key)?.others ?? 0),
    get uses() {
      return uses();
    },
    fullName: (key) => nameOf(key)?.full ?? [key],
    holderOf: (role) => roles().get(near(stemOf(role))) ?? null,
  };
  casts.set(story, cast);
  return cast;
}

/** How often a word stands in the name of a place, how often in another, and the longest name it is of. */
interface NameWord {
  places: number;
  others: number;
  full: readonly string[];
}

/** The words of the names that say more than the capital of a sentence or a title does. */
function readNames(all: ReadonlyMap<Passage, readonly NameUse[]>): Map<string, NameWord> {
  const names = new Map<string, NameWord>();
  for (const [passage, uses] of all)
    for (const use of uses) {
      if (use.isOpening && use.keys.length < 2 && !isTold(use, passage) && !isApposed(use, passage)) continue;
      if (isCapitals(use.text) && use.text.length > 5) continue;
      for (const key of use.keys) names.set(key, addUse(names.get(key) ?? UNUSED, use));
    }
  return names;
}

/** "Erik taught us": no plural, and nothing that other sentences open with. */
function isTold({ next, keys: [key = ""] }: NameUse, { tokens }: Passage): boolean {
  const verb = tokens[next]?.key ?? "";
  if ((!isPast(verb) && verb !== "says") || /s$|['’]/.test(key)) return false;
  return listed("common").get(key) !== true && listed("openers").get(key) !== true;
}

/** "Anneke, who …", "Hanneke, our CTO, …" */
function isApposed({ next, keys: [key = ""] }: NameUse, { tokens }: Passage): boolean {
  if (tokens[next]?.text !== "," || listed("common").get(key) === true || listed("openers").get(key) === true)
    return false;
  const lead = tokens[next + 1];
  const isClosed = tokens.slice(next + 2, next + LONGEST_ROLE).some(({ text }) => text === ",");
  return (
    lead?.key === "who" ||
    (isClosed && isPossessive(lead) && tokens.slice(next + 2, next + LONGEST_ROLE).some((token) => isRole(token.key)))
  );
}

/** In tokens: ", our second head of sales,". */
const LONGEST_ROLE = 7;

const UNUSED: NameWord = { places: 0, others: 0, full: [] };

function addUse({ places, others, full }: NameWord, { keys, isPlace }: NameUse): NameWord {
  return {
    places: places + (isPlace ? 1 : 0),
    others: others + (isPlace ? 0 : 1),
    full: keys.length > full.length ? keys : full,
  };
}

/** "Carys Pugh, a copywriter who …", "my sister Beth", "our data editor, Ines Okafor": the role's noun with the name. */
function readRoles(passages: readonly Passage[], uses: ReadonlyMap<Passage, readonly NameUse[]>): Map<string, string> {
  const roles = new Map<string, string>();
  const taken = new Set<string>();
  const add = (role: string | undefined, name: NameUse): void => {
    if (role === undefined) return;
    const key = near(stemOf(role));
    const person = name.keys[0] ?? "";
    if (roles.has(key) && roles.get(key) !== person) taken.add(key);
    roles.set(key, person);
  };
  for (const passage of passages)
    for (const use of uses.get(passage) ?? []) for (const role of rolesBeside(passage, use)) add(role, use);
  for (const key of taken) roles.delete(key);
  return roles;
}

/** The nouns of the apposition at a name: behind ", a …" or "(", and in front of it behind "my" or "our". */
function rolesBeside({ tokens }: Pick<Passage, "tokens">, use: NameUse): string[] {
  const roles: string[] = [];
  const [mark, article] = [tokens[use.next], tokens[use.next + 1]];
  if (/^[,(]$/.test(mark?.text ?? "") && (/^(?:an?|the)$/.test(article?.key ?? "") || isPossessive(article))) {
    let at = use.next + 2;
    while (
      tokens[at]?.kind === "word" &&
      listed("postmodifiers").get(tokens[at]?.key ?? "") === undefined &&
      at < use.next + 7
    )
      at++;
    const last = tokens[at - 1];
    if (last?.kind === "word" && isRole(last.key)) roles.push(last.key);
  }
  let at = use.first - 1;
  if (tokens[at]?.text === ",") at--;
  const noun = tokens[at];
  const lead = [1, 2, 3, 4].some((back) => isPossessive(tokens[at - back]));
  if (noun?.kind === "word" && lead && isRole(noun.key)) roles.push(noun.key);
  return roles;
}

function isPossessive(token: Token | undefined): boolean {
  return listed("possessives").get(token?.key ?? "") === true;
}

/** Whether a noun is one for people: by itself, or by how it ends. */
export function isRole(key: string): boolean {
  return (
    listed("people").get(key) === true ||
    listed("jobInitials").get(key) === true ||
    (key.length > 4 &&
      listed("things").get(key) !== true &&
      wordsOf("agentSuffixes").some((suffix) => key.endsWith(suffix)))
  );
}
