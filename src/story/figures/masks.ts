/** The months' first letters tell most lines from those that hold a date. */
const MONTH = /(?:Jan|Feb|Mar|Mär|Apr|Mai|May|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)/;

/**
 * Stretches of text whose numbers are names, dates, versions or addresses, not quantities of the story. In front of each stands
 * a hint that is quick to look for: without it, the pattern can't match.
 */
const MASKS: readonly (readonly [hint: RegExp, pattern: RegExp])[] = [
  [/:\/\/|www\.|@/, /https?:\/\/\S+|www\.\S+|\S+@\S+\.\w+/gu], // addresses
  [/#/, /#\w+/gu], // hashtags, issue numbers
  [/\d{4}-/, /\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{4}-W\d{1,2}\b/gu], // ISO dates
  [/\d[./]\d/, /\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b/gu], // 19.01.2025, 1/19/2025
  [
    MONTH,
    /\b(?:Jan|Feb|Mar|Apr|Mai|Jun|Jul|Aug|Sep|Sept|Oct|Okt|Nov|Dec|Dez|January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Juni|Juli|Oktober|Dezember)\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d{2})?\b/gu,
  ],
  [
    MONTH,
    /\b\d{1,2}\.?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b\.?(?:\s(?:19|20)\d{2})?/gu,
  ],
  [/\d\.\d+\.\d|\bv\d/i, /\b(?!\d{1,3}(?:\.\d{3}){2,}(?![.\d]))[vV]?\d+\.\d+\.\d+[\w.-]*|\b[vV]\d+(?:\.\d+)*\b/gu], // versions
  [/\d(?:st|nd|rd|th|er|ère|ème)/u, /\b\d+(?:st|nd|rd|th|er|ère|ème)\b/gu], // ordinals
  [
    /\p{L}\.?\s#?\d/u,
    /\b(?:weeks?|months?|phases?|quarters?|steps?|stages?|stor(?:y|ies)|chapters?|parts?|lessons?|levels?|sprints?|rounds?|versions?|numbers?|no\.|nr\.|episodes?|sections?|tiers?|series|rule|tip|woche|phase|schritt|teil|kapitel|semana|semaine|étape)\s#?\d+(?:\s?[-–—&,]\s?\d+)*(?![\d.,]*\d*\s?(?:%|K\b|M\b|x\b))/giu,
  ],
  [/(?:day|year|jahr|tag)s?\s\d/i, /\b(?:day|year|jahr|tag)s?\s\d+(?:\s?[-–—]\s?\d+)?\b(?!\s*(?:%|[a-z]))/giu], // Day 1, Year 2
  [/[a-z][A-Z]/, /\b[A-Za-z]*[a-z][A-Z][A-Za-z]*\s\d+(?:\.\d+)*\b/gu], // iOS 14, PostgreSQL 15.2
  [
    /[A-Za-z][ /-]\d/,
    /\b(?:Python|Java|Windows|Android|Node|Ruby|Rails|React|Angular|Vue|Django|Kubernetes|HTTP|Postgres|Redis|Boeing|Airbus|Gen|GPT|Web|Article|ISO|Top)[ /-]\d+(?:\.\d+)*\b/gu,
  ],
  [/\d:\d/, /\b\d+:\d+(?=s\b)|\b\d+:\d(?!\d)/gu], // 1:1s, a ratio of 3:1
  [/\d\/\d/, /\b24\/7\b|\b\d+\/\d+\b/gu], // round the clock, fractions and scores
  [/\dx\d/i, /\b\d+x\d+\b/giu], // dimensions
];

const YEAR = /(?<![$€£\d.,])\b(?:19|20)\d{2}\b(?:s\b)?(?!\s?(?:%|x\b|[KMB]\b|€|£|\$|EUR|USD|GBP)|[.,]\d|\+)/gu;

export type Span = readonly [from: number, to: number];

export function findMasks(text: string): Span[] {
  const spans = MASKS.flatMap(([hint, pattern]) =>
    hint.test(text)
      ? [...text.matchAll(pattern)].map((match): Span => [match.index, match.index + match[0].length])
      : [],
  );
  const list = /^\s*(?:\d+[.)]|\(\d+\))\s/.exec(text);
  return list === null ? spans : [...spans, [0, list[0].length]];
}

/** Four digits that read as a year; whoever finds a counted noun behind them knows better. */
export function findYears(text: string): Span[] {
  return [...text.matchAll(YEAR)].map((match) => [match.index, match.index + match[0].length]);
}

export function isMasked(spans: readonly Span[], at: number): boolean {
  return spans.some(([from, to]) => at >= from && at < to);
}
