import { listed } from "../language/dictionary.ts";
import { isAnswered } from "../language/label.ts";
import { foldCase } from "../text/letters.ts";
import { findAntecedent } from "./antecedents.ts";
import { findMates } from "./mates.ts";
import { createNameReader } from "./names-in.ts";
import { findOwners } from "./owners.ts";
import { type Group, isSpoken, type Part, partsOf, type Section } from "./parts.ts";
import { opensAny, type Traits } from "./traits.ts";

/** What each part says nothing without; a part that can't be kept at all is not in it. */
export type Needs = ReadonlyMap<Part, readonly Part[]>;

/** Finds for every part those that have to stand in front of it: what it points to, who speaks, who somebody is. */
export function findNeeds(sections: readonly Section[], traits: ReadonlyMap<Part, Traits>): Needs {
  const needs = new Map<Part, readonly Part[]>();
  const parts = sections.flatMap(partsOf);
  const namesIn = createNameReader(parts.map(({ text }) => text));
  const introductions = findIntroductions(parts, namesIn);
  let before: Part | null = null;
  for (const section of sections)
    for (const [at, group] of section.groups.entries()) {
      const mates = findMates(group.parts);
      const leads = [...leadOf(section.groups[at - 1]), ...quotedBehind(section.groups[at - 1], group)];
      const inFront = { list: listInFront(section.groups[at - 1]), talk: before };
      for (const [index, part] of group.parts.entries()) {
        const own = traits.get(part);
        const previous = previousOf(group, index, own, inFront);
        const antecedent = findAntecedent({ section, group, index, own, previous, namesIn });
        const leaning = leaningOf(section, group, index, own, antecedent ?? previous);
        if (leaning !== null) needs.set(part, others(part, leaning, leads, introductions.get(part), mates.get(part)));
      }
      if (isTalk(group)) before = group.parts.at(-1) ?? before;
    }
  return needs;
}

/** What a part speaks of: the part in front of it in its group, else a list in front, but for a person, who is spoken of before that. */
function previousOf(
  { parts }: Group,
  index: number,
  own: Traits | undefined,
  { list, talk }: { list: Part | null; talk: Part | null },
): Part | null {
  return parts[index - 1] ?? (own?.isOfSomebody === true ? talk : (list ?? talk));
}

/** The first point of a list that is no talk: "It takes 25 minutes" behind it speaks of that. */
function listInFront(group: Group | undefined): Part | null {
  return group?.kind === "list" && !isTalk(group) ? (group.parts[0] ?? null) : null;
}

/** Prose, and what people say to each other in a list. */
function isTalk({ kind, parts }: Group): boolean {
  return kind === "paragraph" || kind === "line" || parts.every(({ text }) => isSpoken(text));
}

function others(part: Part, ...wanted: readonly (readonly Part[] | undefined)[]): Part[] {
  return [...new Set(wanted.flatMap((parts) => parts ?? []))].filter((each) => each !== part);
}

/** What a part leans on: what it belongs to, or the part before it; null where it leans on words that are not told. */
function leaningOf(
  { title, groups }: Section,
  group: Group,
  index: number,
  own: Traits | undefined,
  previous: Part | null,
): Part[] | null {
  const part = group.parts[index] as Part;
  const owner = part.of === null ? [] : [part.of];
  const isOpening = group === groups[0] && index === 0;
  const isLead = group.leadsOn && index === group.parts.length - 1;
  if ((isLead && isOpening) || !leans(part, own, isOpening, group.parts[index - 1])) return owner;
  const isSpokenPoint = part.kind === "bullet" && isSpoken(part.text);
  // The words of a label can't be taken for granted: what answers them can't open. A person has a name in front.
  if (isOpening && title !== null && own?.isOfSomebody !== true && !isSpokenPoint) {
    // The label stays in front of a list.
    const isAnnounced = group.kind === "list" || isAnswered(title);
    const canStand = isAnnounced || own?.isOnlyQuotation === true || own?.isStatement === true || isSpoken(part.text);
    return canStand ? owner : null;
  }
  if (previous === null) return null;
  return part.of === null ? [previous] : owner;
}

/** Whether a part says nothing by itself; `lead` is the part in front of it in its paragraph or list. */
function leans(part: Part, own: Traits | undefined, isOpening: boolean, lead: Part | undefined): boolean {
  if (own?.isOnlyQuotation === true || (own?.points === true && part.kind !== "row")) return true;
  if (part.kind !== "sentence") return false;
  const opensWithHour = lead === undefined && own?.hasClock === true;
  return (own?.isFragment === true && !isOpening && !opensWithHour) || lead?.text.endsWith(":") === true;
}

/** "Nobody spoke for a while." behind a letter is about that letter. */
function quotedBehind(before: Group | undefined, { parts: [first] }: Group): Part[] {
  const quoted = before?.parts.at(-1);
  const isReaction = first?.kind === "sentence" && first.text.length <= LONGEST_REACTION;
  return quoted?.isQuoted === true && isReaction ? [quoted] : [];
}

const LONGEST_REACTION = 60;

/** A list needs the sentence that leads into it. */
function leadOf(group: Section["groups"][number] | undefined): Part[] {
  const lead = group?.leadsOn === true ? group.parts.at(-1) : undefined;
  return lead === undefined ? [] : [lead];
}

/** All that has to be kept for a part to be kept; null where something of it can't be. */
export function closureOf(part: Part, needs: Needs): Set<Part> | null {
  const closure = new Set<Part>();
  const open = [part];
  while (open.length > 0) {
    const next = open.pop();
    if (next === undefined || closure.has(next)) continue;
    const wanted = needs.get(next);
    if (wanted === undefined) return null;
    closure.add(next);
    open.push(...wanted);
  }
  return closure;
}

/** For parts that name a person, speak of "them", or open with a thing that is known: the part in front that says who or what it is. */
function findIntroductions(parts: readonly Part[], namesIn: (text: string) => readonly string[]): Map<Part, Part[]> {
  const introduced = new Map<string, Part>();
  const wanted = new Map<Part, Part[]>();
  for (const [at, part] of parts.entries()) {
    const names = namesIn(part.text);
    const known = names.flatMap((name) => introduced.get(name) ?? []).filter((each) => each !== part);
    for (const name of names) if (!introduced.has(name) && introduces(part.text, name)) introduced.set(name, part);
    const all = [...known, findOwners(parts, at), findFirstMention(parts, at)].filter((each) => each !== undefined);
    if (all.length > 0) wanted.set(part, all);
  }
  return wanted;
}

/** Where the thing came in that a part opens with as if it were known. */
function findFirstMention(parts: readonly Part[], at: number): Part | undefined {
  const { text = "", line } = parts[at] ?? {};
  const thing = thingOf(text);
  if (thing === null) return undefined;
  const before = parts.slice(0, at);
  const previous = before.at(-1);
  // What says something and is named nowhere is of the sentence before it: "He sent a photo. The caption said …".
  const isSpeaking = previous?.line === line && listed("saying").get(verbBehind(thing, text)) === true;
  if (isSpeaking && !before.some((part) => foldCase(part.text).includes(thing))) return previous;
  return before.findLast((part) => mentionsFirst(part.text, thing));
}

function verbBehind(thing: string, text: string): string {
  return text.slice(text.indexOf(thing) + thing.length).match(/\p{Ll}+/u)?.[0] ?? "";
}

/** What a sentence opens with as if it were known: "The deposit arrived". */
function thingOf(text: string): string | null {
  return /^[Tt]he (\p{Ll}{4,}) \p{Ll}/u.exec(text)?.[1] ?? null;
}

/** "a deposit of 50%" */
function mentionsFirst(text: string, thing: string): boolean {
  return new RegExp(`(?<!\\p{L})an? (?:[^\\s.!?]+ )?${thing}(?!\\p{L})`, "iu").test(text);
}

/** "Orla, our site engineer", "Orla Brennan, 17, works Saturdays", "our manager, Orla": a name set off by commas with who it is. */
function introduces(text: string, name: string): boolean {
  return (
    new RegExp(`(?<!\\p{L})${name}(?:\\s\\p{Lu}[\\p{L}-]+)*["”]?,\\s(?:\\p{Ll}|\\d)`, "u").test(text) ||
    isBehindRole(text, name) ||
    new RegExp(`(?<!\\p{L})${name}(?:\\s\\p{Lu}[\\p{L}-]+)?\\s(?:from|of|who|in)\\s`, "u").test(text)
  );
}

/** "our manager, Orla", "our daughter Maeve": a name behind the words for who it is. */
function isBehindRole(text: string, name: string): boolean {
  const roles = text.matchAll(new RegExp(`(\\p{L}[\\p{L} -]*),?\\s(?:\\p{Lu}[\\p{L}-]+\\s)?${name}(?!\\p{L})`, "gu"));
  return [...roles].some(([, words = ""]) => {
    const last = words.split(" ").findLastIndex((word) => isDeterminer(word.toLowerCase()));
    const role = words.split(" ").slice(last + 1);
    const isRole = (word: string): boolean => /^\p{Ll}/u.test(word) && !opensAny(word);
    return last >= 0 && role.length > 0 && role.length <= LONGEST_ROLE && role.every(isRole);
  });
}

/** In words: "our first site engineer". */
const LONGEST_ROLE = 4;

function isDeterminer(word: string): boolean {
  return listed("determiners").get(word) === true || listed("articles").get(word) === true;
}
