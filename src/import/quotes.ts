const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["„", "”"],
  ["„", '"'],
  ["“", '"'],
  ["”", "”"],
  ["«", "»"],
  ["»", "«"],
  ["'", "'"],
  ["‘", "’"],
  ["**", "**"],
  ["*", "*"],
  ["__", "__"],
  ["_", "_"],
];

/** Takes the quotes and marks off that stand around a whole text; returns them with what is inside. */
export function unwrapQuotes(text: string): { open: string; inner: string; close: string } {
  for (const [open, close] of QUOTES) {
    if (text.length <= open.length + close.length || !text.startsWith(open) || !text.endsWith(close)) continue;
    const inner = text.slice(open.length, -close.length);
    if (open === close && inner.includes(open)) continue;
    const deeper = unwrapQuotes(inner.trim());
    const lead = inner.slice(0, inner.length - inner.trimStart().length);
    const tail = inner.slice(inner.trimEnd().length);
    return { open: open + lead + deeper.open, inner: deeper.inner, close: deeper.close + tail + close };
  }
  return { open: "", inner: text, close: "" };
}
