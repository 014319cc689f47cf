import { goesOn, type Line } from "./line.ts";

/** Joins the lines that only wrap a paragraph; each part of the joined line keeps its place in the file. */
export function unwrap(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last === undefined || line.gap !== "wrap" || !goesOn(line, last) || isOfTalk(line)) joined.push(line);
    else joined[joined.length - 1] = joinLines(last, line);
  }
  return joined;
}

/** "> 16:12 Inês: why does it do that?": each line of a talk that is set apart stays one. */
function isOfTalk({ kind, text }: Line): boolean {
  return kind === "quote" && /^(?:\d{1,2}[:.]\d{2}\s)?\p{L}[\p{L} .-]{0,24}:\s/u.test(text);
}

function joinLines(first: Line, second: Line): Line {
  const text = `${first.text} ${second.text}`;
  const at = first.text.length + 1;
  return {
    ...first,
    text,
    places: [...first.places, ...second.places.map((place) => ({ ...place, at: place.at + at }))],
  };
}

/** An editor that wraps lines at a fixed width breaks them anywhere; such paragraphs become one line. A post's own lines stay. */
export function unwrapEditorLines(lines: readonly Line[]): Line[] {
  return paragraphsOf(lines).flatMap((paragraph) => {
    if (!isWrappedByEditor(paragraph)) return paragraph;
    return [paragraph.slice(1).reduce(joinLines, paragraph[0] as Line)];
  });
}

function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const isSame = line.kind === "prose" || line.kind === "quote" || line.kind === "bullet";
    if (last !== undefined && isSame && goesOn(line, last.at(-1))) last.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** Widths, in characters, at which editors wrap. */
const NARROWEST = 60;
const WIDEST = 110;

function isWrappedByEditor(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  const width = Math.max(...lines.map(({ text }) => text.length));
  const isFull = lines.every(({ text }, index) => {
    const next = lines[index + 1]?.text.split(" ")[0];
    return next === undefined || text.length + 1 + next.length > width;
  });
  const breaksSentence = lines.some(
    ({ text }, index) => /(?:\p{L}|\p{N}|,)$/u.test(text) && /^\p{Ll}/u.test(lines[index + 1]?.text ?? ""),
  );
  return width >= NARROWEST && width <= WIDEST && isFull && breaksSentence;
}
