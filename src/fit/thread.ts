import { isHashtagLine } from "../text/hashtag-line.ts";
import { type Line, leadsOn } from "../text/line.ts";
import { gapOf, printLine } from "../text/plain.ts";
import { gapBehind, splitSentences } from "../text/sentences.ts";

/** What a thread is cut from: a sentence, a bullet, a line; `glue` stands between it and the one before it. */
interface Unit {
  text: string;
  glue: string;
}

/**
 * Cuts a post into the parts of a thread: between paragraphs where that leaves no part half empty, else between sentences,
 * and inside a sentence only when it is longer than a part, between words. A word or an address is never cut; one that
 * is too long by itself stands alone. `numbered` ends each part with `1/5`.
 */
export function cutThread(lines: readonly Line[], fits: (text: string) => boolean, numbered: boolean): string[] {
  const units = toUnits(lines);
  if (!numbered) return pack(units, fits);
  // The numbers take room, and how much depends on how many parts there are.
  let count = 1;
  for (let digits = 1; digits <= 4; digits++) {
    const room = `\n\n${"9".repeat(digits)}/${"9".repeat(digits)}`;
    const parts = pack(units, (text) => fits(text + room));
    count = parts.length;
    if (count < 10 ** digits)
      return count === 1 ? parts : parts.map((part, index) => `${part}\n\n${index + 1}/${count}`);
  }
  return pack(units, fits);
}

function pack(units: readonly Unit[], fits: (text: string) => boolean): string[] {
  const parts: string[] = [];
  let current = "";
  const close = (): void => {
    if (current !== "") parts.push(current);
    current = "";
  };
  for (const [index, unit] of units.entries()) {
    const joined = current === "" ? unit.text : current + unit.glue + unit.text;
    if (unit.glue === "\n\n" && startsPart(current, paragraphAt(units, index), fits)) close();
    if (current !== "" && fits(joined)) {
      current = joined;
      continue;
    }
    close();
    const pieces = fits(unit.text) ? [unit.text] : cutLong(unit.text, fits);
    current = pieces.pop() ?? "";
    parts.push(...pieces);
  }
  close();
  return parts;
}

/** A paragraph that fits a part of its own starts one, unless it fits this part or leaves it half empty. */
function startsPart(current: string, paragraph: string, fits: (text: string) => boolean): boolean {
  return !fits(`${current}\n\n${paragraph}`) && fits(paragraph) && !fits(`${current}\n\n${current}`);
}

/** The text from a unit to the end of its paragraph. */
function paragraphAt(units: readonly Unit[], from: number): string {
  let text = units[from]?.text ?? "";
  for (let at = from + 1; at < units.length; at++) {
    const unit = units[at];
    if (unit === undefined || unit.glue === "\n\n") break;
    text += unit.glue + unit.text;
  }
  return text;
}

/** What is longer than a part: lines are parted, and a line is cut behind commas and dashes where possible, else between words. */
function cutLong(text: string, fits: (text: string) => boolean): string[] {
  if (text.includes("\n")) return cutLines(text, fits);
  const parts: string[] = [];
  let current = "";
  for (const word of text.split(/\s+/)) {
    const joined = current === "" ? word : `${current} ${word}`;
    if (current === "" || fits(joined)) {
      current = joined;
      continue;
    }
    const at = current.search(/[,;:–—]\s[^,;:–—]*$/) + 1;
    const rest = at > 20 && at > current.length / 2 ? `${current.slice(at).trim()} ${word}` : "";
    const goesOn = rest !== "" && fits(rest);
    parts.push(goesOn ? current.slice(0, at) : current);
    current = goesOn ? rest : word;
  }
  return [...parts, current];
}

/** Lines that belong together but don't fit a part: as many as fit, and only a long one is cut. */
function cutLines(text: string, fits: (text: string) => boolean): string[] {
  const parts: string[] = [];
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) {
    for (const piece of fits(line) ? [line] : cutLong(line, fits)) {
      const joined = `${parts.at(-1)}${isHashtagLine(piece) ? "\n\n" : "\n"}${piece}`;
      if (parts.length > 0 && fits(joined)) parts[parts.length - 1] = joined;
      else parts.push(piece);
    }
  }
  return parts;
}

/** The sentences of a line; its indent stays with the first. */
function splitLine({ indent, text }: Line): string[] {
  return splitSentences(text).map((sentence, index) => (index === 0 ? indent + sentence : sentence));
}

/** Units keep together what belongs together: a label and the line behind it. */
function toUnits(lines: readonly Line[]): Unit[] {
  const units: Unit[] = [];
  let label: Unit | null = null;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const last = units.at(-1);
    const printed = printLine(line);
    // Hashtags are no part of a thread by themselves.
    if (isHashtagLine(printed) && last !== undefined) {
      last.text += gapOf(line) + printed;
      continue;
    }
    if (leadsOn(line) && next !== undefined && !isHashtagLine(printLine(next)) && label === null) {
      label = { text: printed, glue: gapOf(line) };
      continue;
    }
    const [first, ...others] = unitsOf(line);
    if (first !== undefined && label !== null)
      units.push({ text: `${label.text}${first.glue}${first.text}`, glue: label.glue });
    else if (first !== undefined) units.push(first);
    units.push(...others);
    label = null;
  }
  return units;
}

/** The sentences of a line of prose; any other line is one unit. */
function unitsOf(line: Line): Unit[] {
  const sentences = line.kind === "prose" || line.kind === "quote" ? splitLine(line) : [printLine(line)];
  return sentences.map((text, at) => ({ text, glue: at === 0 ? gapOf(line) : gapBehind(sentences[at - 1] ?? "") }));
}
