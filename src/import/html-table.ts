/** What is used of a page's element. */
export interface Element {
  readonly nodeName: string;
  readonly innerHTML: string;
  readonly parentNode: Element | null;
  readonly childNodes: ArrayLike<Element>;
  getAttribute(name: string): string | null;
}

/** A table's row in markdown; Notion's table of a page's properties becomes the lines that its markdown export has. */
export function rowOf(row: Element, toMarkdown: (html: string) => string): string {
  const cells = [...Array.from(row.childNodes)].filter(({ nodeName }) => nodeName === "TD" || nodeName === "TH");
  const words = cells.map((cell) =>
    toMarkdown(cell.innerHTML)
      .replace(/\s*\n\s*/g, " ")
      .trim(),
  );
  if (/(?:^|\s)property-row/.test(row.getAttribute("class") ?? ""))
    return `${words[0] ?? ""}: ${words.slice(1).join(", ")}\n`;
  const line = `| ${words.map((each) => each.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return isFirstRow(row) ? `${line}|${" --- |".repeat(cells.length)}\n` : line;
}

function isFirstRow(row: Element): boolean {
  const above = row.parentNode;
  const isAtTop = childrenOf(above).find(({ nodeName }) => nodeName === "TR") === row;
  if (above?.nodeName === "TABLE") return isAtTop;
  const sections = childrenOf(above?.parentNode ?? null).filter(({ nodeName }) => /^T(?:HEAD|BODY)$/.test(nodeName));
  return isAtTop && sections[0] === above;
}

function childrenOf(element: Element | null): Element[] {
  return element === null ? [] : Array.from(element.childNodes);
}
