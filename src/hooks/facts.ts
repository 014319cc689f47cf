import type { Beat } from "../story/beats.ts";
import type { Block } from "../story/blocks.ts";
import type { Figure } from "../story/figures/figure.ts";
import { splitSentences } from "../story/sentences.ts";
import type { Story } from "../story/story.ts";
import { findBill } from "./bill.ts";
import { findChanges } from "./changes.ts";
import { findLesson } from "./lesson.ts";

/** A value a hook template may use. `line` is the story's line it comes from; null for `facts:` and the calendar. */
export interface Fact {
  value: string | readonly string[];
  line: number | null;
}

export type Facts = ReadonlyMap<string, Fact>;

/** The facts that only the author can give, under `facts:`. */
export const GIVEN_FACTS = ["cause", "teacher", "belief"];

/** The facts of a story: those its figures and beats state, its place in the calendar, and its own `facts:`, which win. */
export function collectFacts(story: Story, beats: readonly Beat[], figures: readonly Figure[]): Facts {
  const facts = new Map<string, Fact>();
  const add: Add = (name, value, line) => {
    if (value !== null && value.length > 0 && !facts.has(name)) facts.set(name, { value, line });
  };
  add("title", story.title, null);
  add("week", story.week === null ? null : String(story.week), null);
  add("day", story.day, null);
  add("series", story.series, null);

  const bill = findBill(beats);
  if (bill !== null) {
    add("parts", bill.parts, bill.line);
    add("total", bill.total, bill.line);
  }
  const money = figures.filter((figure) => figure.kind === "money");
  const largest = money.toSorted((a, b) => b.value - a.value)[0];
  if (largest !== undefined) add("amount", bill?.total ?? largest.text, bill?.line ?? largest.line);
  const numbers = figures.filter((figure) => figure.kind === "percent" || figure.kind === "multiple");
  add(
    "number",
    bill?.total ?? largest?.text ?? numbers.toSorted((a, b) => b.value - a.value)[0]?.text ?? null,
    largest?.line ?? numbers[0]?.line ?? null,
  );
  const costs = beats.filter((beat) => beat.role === "crisis");
  const cost =
    bill?.total ??
    money
      .filter((figure) => costs.some((beat) => isWithin(beat, beats, figure.line)))
      .toSorted((a, b) => b.value - a.value)[0]?.text;
  add("cost", cost ?? null, bill?.line ?? largest?.line ?? null);

  const outcomes = figures.filter((figure) =>
    beats.some((beat) => beat.role === "outcome" && isWithin(beat, beats, figure.line)),
  );
  const changes = findChanges(
    outcomes.some((figure) => figure.kind === "change") ? outcomes : figures,
    beats.map((beat) => beat.title),
  );
  const [change] = changes;
  if (change !== undefined) {
    add("changeFrom", change.from, change.line);
    add("changeTo", change.to, change.line);
    add("changeLabel", change.label, change.line);
    add(
      "changeName",
      /^\p{Lu}\p{Ll}/u.test(change.label) ? change.label.charAt(0).toLowerCase() + change.label.slice(1) : change.label,
      change.line,
    );
  }
  if (changes.length >= 3)
    add(
      "changes",
      changes.slice(0, 3).map(({ from, to }) => `${from} → ${to}`),
      changes[0]?.line ?? null,
    );
  addWords(add, beats);
  for (const [name, value] of story.facts) facts.set(name, { value, line: null });
  return facts;
}

/** Adds a fact unless it is absent or known already: the first place in the story wins. */
type Add = (name: string, value: string | readonly string[] | null, line: number | null) => void;

/** The facts that are sentences of the story. */
function addWords(add: Add, beats: readonly Beat[]): void {
  const first = beats.find((beat) => beat.role === "setup" || beat === beats[0]);
  const opening = first === undefined ? undefined : proseSentences(first)[0];
  if (opening !== undefined && isSpeakable(opening, 20, 160)) add("opening", opening, first?.line ?? null);

  const crisis = beats.find((beat) => beat.role === "crisis" && proseSentences(beat).length > 0);
  const crisisSentence =
    crisis === undefined ? undefined : withoutThen(proseSentences(crisis)[0] ?? "").replace(/:$/, ".");
  if (crisisSentence !== undefined && isSpeakable(crisisSentence, 15, 140)) {
    add("crisis", crisisSentence, crisis?.line ?? null);
    const tail = /,\s((?:and|but|so)\s[^,]{12,60}[.!?])$/.exec(crisisSentence)?.[1];
    if (tail !== undefined) add("breaking", `…${tail}`, crisis?.line ?? null);
  }
  for (const beat of beats) {
    for (const sentence of proseSentences(beat)) {
      const ago =
        /\b((?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)\s)(?:years?|months?|weeks?)\sago)\b/i.exec(
          sentence,
        )?.[1];
      if (ago !== undefined) add("timeAgo", ago.charAt(0).toUpperCase() + ago.slice(1), beat.line);
    }
  }
  for (const beat of beats.filter((each) => each.role === "crisis")) {
    const confession = proseSentences(beat).find(
      (sentence) =>
        /^I (?:was|thought|wanted|tried|believed|didn['’]t|couldn['’]t|kept|spent|had no|ignored|missed|forgot|assumed)\b/.test(
          sentence,
        ) && isSpeakable(sentence, 15, 120),
    );
    if (confession !== undefined) add("confession", confession, beat.line);
  }
  // What stands in quotes under a lesson is the author's own.
  for (const beat of beats.filter((each) => each.role !== "lesson" && each.role !== "outcome")) {
    const quote = findQuote(beat);
    if (quote !== null) add("quote", quote, beat.line);
  }
  const turn = beats.find((beat) => beat.role === "turn");
  if (turn !== undefined) add("turn", turn.title ?? "turn", turn.line);
  const lesson = findLesson(beats);
  if (lesson !== null) add("lesson", lesson.text, lesson.line);
  const result = findResult(beats);
  if (result !== null) add("result", result.text, result.line);
  const clock = findClock(beats);
  if (clock !== null && !crisisSentence?.includes(clock.text)) add("clock", clock.text, clock.line);
}

function proseSentences(beat: Beat): string[] {
  return beat.blocks.flatMap((block) => (block.kind === "prose" ? block.text.split("\n").flatMap(splitSentences) : []));
}

/** "Then the pipeline stopped." opens nothing; "The pipeline stopped." does. Names such as iOS keep their small letter. */
function withoutThen(sentence: string): string {
  const rest = sentence.replace(/^Then,?\s/, "");
  return rest === sentence || /^\p{Ll}+\p{Lu}/u.test(rest) ? rest : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** A sentence somebody could open with: not too long, whole, and not leaning on one before it. */
function isSpeakable(sentence: string, shortest: number, longest: number): boolean {
  if (sentence.length < shortest || sentence.length > longest || !/[.!?]["”’]?$/.test(sentence)) return false;
  return !/^(?:But|And|That|This|It|They|These|Those|He|She|So|Here)\b/.test(sentence) && !/^[→•\d]/.test(sentence);
}

/** A sentence somebody said: a short quotation whole, of a long one its question. */
function findQuote(beat: Beat): string | null {
  for (const block of beat.blocks) {
    if (block.kind !== "prose" && block.kind !== "quote") continue;
    for (const [, said = ""] of block.text.matchAll(/[“"]([^“”"]{15,}?[.!?])[”"]/g)) {
      const spoken =
        said.length <= 130
          ? said
          : splitSentences(said).find((sentence) => /\?$/.test(sentence) && sentence.length <= 130);
      if (spoken !== undefined && /^\p{Lu}/u.test(spoken) && spoken.split(" ").length >= 4) return spoken;
    }
  }
  return null;
}

/** An outcome that opens with its figure: "60% fewer platform-specific bugs". */
function findResult(beats: readonly Beat[]): { text: string; line: number } | null {
  for (const beat of beats.filter((each) => each.role === "outcome")) {
    for (const block of beat.blocks) {
      for (const bullet of bulletsOf(block)) {
        const text = (
          bullet.label === null ? bullet.text.text : bullet.text.text.slice(bullet.label.length).replace(/^\s*:\s*/, "")
        )
          .replace(/\s*\([^)]*\)/g, "")
          .replace(/[.]$/, "");
        if (
          /^\d[\d.,]*\s?(?:%|x)\s(?:fewer|less|more|faster|cheaper|lower|higher|reduction|increase|drop|smaller|shorter)\s\p{L}{3,}/u.test(
            text,
          ) &&
          text.length <= 70
        )
          return { text, line: bullet.line };
      }
    }
  }
  return null;
}

function findClock(beats: readonly Beat[]): { text: string; line: number } | null {
  for (const beat of beats.filter((each) => each.role !== "lesson" && each.role !== "outcome")) {
    const sentence = proseSentences(beat).find((each) => /^(?:at\s)?\d{1,2}(?::\d{2})?\s?[ap]m\b/i.test(each));
    const clock = /\d{1,2}(?::\d{2})?\s?[ap]m/i.exec(sentence ?? "")?.[0];
    if (clock !== undefined) return { text: clock, line: beat.line };
  }
  return null;
}

function bulletsOf(block: Block) {
  return block.kind === "list" ? block.bullets : [];
}

function isWithin(beat: Beat, beats: readonly Beat[], line: number): boolean {
  const next = beats[beats.indexOf(beat) + 1];
  return line >= beat.line && (next === undefined || line < next.line);
}
