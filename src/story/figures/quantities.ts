import type { Quantity } from "./figure.ts";
import { findMasks, findYears, isMasked } from "./masks.ts";
import { countedNoun, currencyCode, durationUnit, hasNumberWord, NUMBER_WORDS, scaleOf } from "./words.ts";

/** A quantity with its place in the text; `isBare` while nothing says what it counts. */
export interface Found extends Quantity {
  start: number;
  end: number;
  isBare: boolean;
}

const DIGITS =
  /(?<![\p{L}\p{N}_])(?<![\p{N}][.,:])(US\$|[$€£])?(\s?)(\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:,\d+)?(?=\s?(?:€|\$|£|EUR))|(?<=[$€£]\s?)\d{1,3}(?: \d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?=\s\p{Ll}{3})|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?=\s?(?:€|EUR|Euro))|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?![.\d])|\d+(?:[.,]\d+)?)/gu;
const WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(${[...NUMBER_WORDS.keys()].join("|")})(?:-(one|two|three|four|five|six|seven|eight|nine))?(?:\\s(hundred))?)(?![\\p{L}])`,
  "giu",
);

/** Finds every quantity of a line of plain text, in order. */
export function findQuantities(text: string): Found[] {
  const found: Found[] = [];
  if (/\d/.test(text)) found.push(...findNumbers(text));
  if (hasNumberWord(text)) {
    for (const match of text.matchAll(WORDS)) {
      const quantity = readWordQuantity(text, match);
      if (quantity !== null && !found.some((other) => other.start < quantity.end && quantity.start < other.end))
        found.push(quantity);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function findNumbers(text: string): Found[] {
  const masks = findMasks(text);
  const years = findYears(text);
  const found: Found[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const start = match[1] === undefined ? match.index + (match[2] ?? "").length : match.index;
    if (isMasked(masks, start) || (found.at(-1)?.end ?? 0) > start) continue;
    const end = match.index + match[0].length;
    // Euros have two decimals: three digits behind a point are thousands.
    const isEuro = match[1] === "€" || /^\s?(?:€|EUR|Euro)/.test(text.slice(end, end + 5));
    const quantity = readQuantity(text, start, end, parseNumber(match[3] ?? "", isEuro), match[1] ?? null);
    if (
      quantity === null ||
      ((quantity.isBare || quantity.kind === "count") && isMasked(years, start) && !isRealCount(text, quantity))
    )
      continue;
    found.push(quantity);
  }
  return found;
}

/** "2000 users" counts; "in 2019 users left" does not. */
function isRealCount(text: string, quantity: Found): boolean {
  return (
    quantity.unit !== null &&
    !/\b(?:in|since|from|until|by|of|during|before|after|early|late|mid|for|seit|im|en)[\s-]$/i.test(
      text.slice(0, quantity.start),
    )
  );
}

function readWordQuantity(text: string, match: RegExpMatchArray): Found | null {
  const word = (match[1] ?? "").toLowerCase();
  const start = match.index ?? 0;
  const small = (NUMBER_WORDS.get(word) ?? 0) + (NUMBER_WORDS.get((match[2] ?? "").toLowerCase()) ?? 0);
  const value = small * (match[3] === undefined ? 1 : 100);
  const quantity = readQuantity(text, start, start + match[0].length, value, null);
  if (quantity === null || quantity.isBare) return null;
  // "One day" and "one engineer" are how stories are told, not figures.
  if (word === "one" && (quantity.kind === "count" || quantity.unit === "days")) return null;
  return quantity.kind === "clock" || (word === "zero" && quantity.kind !== "count") ? null : quantity;
}

function readQuantity(
  text: string,
  start: number,
  numberEnd: number,
  number: number,
  mark: string | null,
): Found | null {
  let end = numberEnd;
  let value = number;
  const take = (pattern: RegExp): RegExpExecArray | null => pattern.exec(text.slice(end));
  const result = (kind: Quantity["kind"], unit: string | null, isBare = false): Found => ({
    text: text.slice(start, end).trim(),
    kind,
    value: tidy(value),
    unit,
    start,
    end,
    isBare,
  });

  const clock =
    mark === null ? take(/^(?::([0-5]\d))?(?:\s?([ap])\.?m\b\.?|\s(Uhr)\b)|^:([0-5]\d)(?::[0-5]\d)?(?![\d:])/i) : null;
  if (clock !== null && number < 25 && Number.isInteger(number)) {
    end += clock[0].replace(/\.$/, "").length;
    const half = clock[2]?.toLowerCase();
    const hour = half === undefined ? number : (number % 12) + (half === "p" ? 12 : 0);
    value = hour * 60 + Number(clock[1] ?? clock[4] ?? 0);
    return result("clock", "clock");
  }
  const early = take(/^\+|^-plus\b/i);
  if (early !== null) end += early[0].length;
  const scale =
    take(/^\s?(K|k|M|m|B|b|bn|mn|Mio\.?|Mrd\.?|Tsd\.?)(?![\p{L}\p{N}])/u) ??
    take(/^[\s-]?(thousand|millions?|billions?|Millionen|millones)(?![a-z\d\u00c0-\u024f])/i);
  const factor = scale === null ? null : scaleOf(scale[1] ?? "", mark !== null);
  if (scale !== null && factor !== null) {
    end += scale[0].length;
    value *= factor;
  }
  const plus = take(/^\+/);
  if (plus !== null) end += 1;
  if (mark !== null) return result("money", currencyCode(mark));

  const currency = take(
    /^[\s-]?(€|£|\$(?!\d)|(?:EUR|USD|GBP|US\$|(?:US )?dollars?|euros?|pounds?|bucks)(?![a-z\u00c0-\u024f]))/i,
  );
  if (currency !== null) {
    end += currency[0].length;
    return result("money", currencyCode(currency[1] ?? ""));
  }
  const code = /(?:^|[\s(])(USD|EUR|GBP)\s?$/.exec(text.slice(0, start));
  if (code !== null) return { ...result("money", code[1] ?? null), text: `${code[1]} ${text.slice(start, end)}` };
  const percent = take(/^[\s-]?(%|per ?cent(?:age points?)?\b|Prozent\b|pour cent\b|por ciento\b)/i);
  if (percent !== null) {
    end += percent[0].length;
    return result("percent", "%");
  }
  const multiple = take(
    /^\s?[x×](?![a-z\d\u00c0-\u024f])|^[\s-]fold\b|^\stimes(?=\s(?:faster|slower|more|less|fewer|as|the|cheaper|larger|smaller|bigger|higher|lower|better|worse|over)\b)/i,
  );
  if (multiple !== null) {
    end += multiple[0].length;
    return result("multiple", "x");
  }
  const unit = take(/^(?:\s|-|\u00a0|\u202f)?(\p{L}+)(?![\p{L}\p{N}])/u);
  const duration =
    unit === null || (unit[0].length === (unit[1] ?? "").length && (unit[1] ?? "").length > 3)
      ? null
      : durationUnit(unit[1] ?? "");
  if (unit !== null && duration !== null) {
    end += unit[0].length;
    return result("duration", duration);
  }
  const hyphenated = take(/^-(\p{L}{3,})/u);
  if (hyphenated !== null) {
    end += hyphenated[0].length;
    return result("count", pluralOf(hyphenated[1] ?? ""));
  }
  if (take(/^\p{L}/u) !== null) return null; // a name such as 2FA
  if (take(/^\s?times(?!\p{L})/u) !== null) {
    end += take(/^\s?times/u)?.[0].length ?? 0;
    return result("count", "times");
  }
  const noun = take(/^[\s\u00a0\u202f]/u) === null ? null : countedNoun(text.slice(end));
  if (noun !== null) {
    end += noun.length;
    return result("count", noun.noun);
  }
  return result("count", null, true);
}

function pluralOf(word: string): string {
  if (/s$/.test(word)) return word;
  if (/person$/i.test(word)) return word.replace(/person$/i, "people");
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** Reads a number with thousands marks or a decimal mark of either kind. */
function parseNumber(written: string, isEuro: boolean): number {
  if (written.includes(" ")) return Number(written.replaceAll(" ", "").replace(",", "."));
  if (
    /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written) &&
    (isEuro || written.includes(",") || written.split(".").length > 2)
  )
    return Number(written.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?:\.\d+)?$/.test(written))
    return Number(written.replace(/[,'’\u00a0\u202f]/g, ""));
  return Number(written.replace(",", "."));
}

/** 2.4 × 1,000,000 is 2400000, not 2400000.0000000005. */
function tidy(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(12));
}
