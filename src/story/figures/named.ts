import { findTextFigures } from "./pairs.ts";

/** A number that belongs to a name: "iOS 14", "PostgreSQL 15.2", "TTL = 300". */
export interface NamedNumber {
  name: string;
  number: string;
  start: number;
}

/** Words in front of a number that count parts of the text itself, or say nothing about what the number is of. */
const NO_NAME =
  /^(?:lesson|rule|tip|part|step|phase|point|no|nr|number|week|day|story|chapter|stage|level|round|sprint|quarter|month|year|version|the|a|an|in|at|on|of|to|by|for|from|and|or|with|than|over|under|about|around|was|is|are|were|had|has|have|took|take|until|since|after|before|top|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/i;

/** Finds the numbers of a line that are no figures but part of a name. List marks, ordinals, years, dates and hashtags are none. */
export function findNamedNumbers(text: string): NamedNumber[] {
  if (!/\d/.test(text)) return [];
  const figures = findTextFigures(text);
  return [...text.matchAll(/(?<![\p{L}\p{N}.,:/#])\d+(?:[.:]\d+)*(?![\p{L}\p{N}/-])/gu)].flatMap((match) => {
    const start = match.index;
    if (figures.some((figure) => start >= figure.start && start < figure.end)) return [];
    if (/^(?:19|20)\d{2}$/.test(match[0]) || /https?:\/\/\S*$/.test(text.slice(0, start))) return [];
    const name = /([\p{L}_][\p{L}\p{N}_.+#]*)[\s=:\-"'(]{1,3}$/u.exec(text.slice(0, start))?.[1];
    return name === undefined || NO_NAME.test(name) ? [] : [{ name, number: match[0], start }];
  });
}

/** The numbers that lines give to a name, whatever its case. */
export function numbersOf(name: string, lines: readonly string[]): string[] {
  return lines
    .filter((line) => line.includes(name))
    .flatMap(findNamedNumbers)
    .flatMap((each) => (each.name.toLowerCase() === name.toLowerCase() ? [each.number] : []));
}
