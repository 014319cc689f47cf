import { DICTIONARY, listed } from "../language/dictionary.ts";
import { isPast } from "../language/past.ts";
import { stemOf } from "../language/stem.ts";
import type { Token } from "../language/token.ts";
import { type Cast, isRole } from "./cast.ts";
import type { NameUse } from "./name-uses.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";

/** Who does something, up to the index behind the words for them. */
interface Subject {
  who: string | null;
  next: number;
}

/** What tells who a subject is. */
export interface SubjectReading {
  passage: Passage;
  cast: Cast;
  /** The names of the passage by their first token. */
  names: ReadonlyMap<number, NameUse>;
  /** The person that "he" or "she" goes on with. */
  person: string | null;
}

/** The subject that begins at a token. */
export function subjectAt(reading: SubjectReading, at: number): Subject | null {
  const { passage, cast, names } = reading;
  const key = passage.tokens[at]?.key ?? "";
  const who = pronounOf(key, reading.person);
  if (who !== undefined) return { who, next: at + 1 };
  const name = names.get(at);
  // "Marrowdale's file" is not Marrowdale.
  if (name !== undefined && /['’]s?$/.test(passage.tokens[name.next - 1]?.text ?? "")) return null;
  // "Ms Aebischer"
  const first = name?.keys.find((each) => listed("titles").get(each) !== true) ?? "";
  if (name !== undefined && cast.isName(first) && !cast.isPlace(first) && DICTIONARY.feasts.get(first) === undefined) {
    return { who: cast.fullName(first)[0] ?? first, next: name.next };
  }
  if (!/^(?:the|an?)$/.test(key) && listed("possessives").get(key) === undefined) return null;
  const role = roleBehind(passage, at, cast);
  return role === null ? null : withName(role, reading);
}

/** "my colleague Steffi", "our accompanist, Lucy, …": whose role it is says the name behind it. */
function withName(role: Subject, { passage: { tokens }, cast, names }: SubjectReading): Subject {
  const isBehindComma = tokens[role.next]?.text === ",";
  const name = names.get(isBehindComma ? role.next + 1 : role.next);
  const key = name?.keys[0] ?? "";
  if (name === undefined || !cast.isName(key) || cast.isPlace(key)) return role;
  const isClosed = tokens[name.next]?.text === ",";
  if (isBehindComma && !isClosed) return role;
  return { who: cast.fullName(key)[0] ?? key, next: isBehindComma ? name.next + 1 : name.next };
}

function pronounOf(key: string, person: string | null): string | null | undefined {
  if (key === "i" || /^i'(?:ve|d|m|ll)$/.test(key)) return "i";
  if (key === "we" || /^we'/.test(key)) return "we";
  if (/^they(?:'ve|'d|'ll)?$/.test(key)) return null;
  return /^(?:he|she)(?:'s|'d|'ll)?$/.test(key) ? person : undefined;
}

/** "our new editor": the person whose role it is, or the role. */
function roleBehind({ tokens }: Passage, at: number, cast: Cast): Subject | null {
  const role = tokens.slice(at + 1, at + 4).findIndex((token) => cast.holderOf(token.key) !== null);
  if (role >= 0) return { who: cast.holderOf(tokens[at + 1 + role]?.key ?? ""), next: behindOf(tokens, at + 2 + role) };
  const noun = tokens.slice(at + 1, at + 4).findIndex((token) => token.kind === "word" && isRole(token.key));
  const isWhole = noun >= 0 && tokens.slice(at + 1, at + 1 + noun).every((token) => isAttribute(token));
  if (!isWhole) return null;
  const last = at + 1 + noun;
  return { who: `=${near(stemOf(tokens[last]?.key ?? ""))}`, next: behindOf(tokens, last + 1) };
}

/** "finance" of "our finance manager" */
function isAttribute({ key, kind }: Token): boolean {
  return kind === "word" && listed("functionWords").get(key) === undefined && !isPast(key);
}

/** The index behind "of governors" of "our chair of governors". */
function behindOf(tokens: readonly Token[], at: number): number {
  return tokens[at]?.key === "of" && tokens[at + 1]?.kind === "word" ? at + 2 : at;
}

/** "Giles, the owner, …": the index behind what a comma adds to a subject. */
export function behindApposition({ tokens }: Passage, index: number): number {
  if (tokens[index]?.text !== ",") return index;
  const lead = tokens[index + 1]?.key ?? "";
  if (!/^(?:an?|the|who)$/.test(lead) && listed("possessives").get(lead) !== true) return index;
  for (let at = index + 2; at < Math.min(tokens.length, index + LONGEST_APPOSITION); at++)
    if (tokens[at]?.text === ",") return at + 1;
  return index;
}

const LONGEST_APPOSITION = 14;

/** "The last two rows are Walt's." goes on with "he". */
export function ownerAtEnd({ passage: { tokens }, names, cast }: SubjectReading): string | null {
  const at = tokens.findLastIndex(({ kind }) => kind === "word");
  const name = names.get(at);
  const key = name?.keys[0] ?? "";
  return /['’]s$/.test(tokens[at]?.text ?? "") && cast.isName(key) ? (cast.fullName(key)[0] ?? key) : null;
}
