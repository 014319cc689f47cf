/** `| Failover | 90 s | 4 s |` under Before and After becomes `Failover: 90 s → 4 s`. */
export function wordRow(header: readonly string[], row: readonly string[]): string {
  const [name = "", ...cells] = row;
  const isChange = cells.length === 2 && /^(?:before|vorher|avant|antes|old|was|from)/i.test(header[1] ?? "");
  if (isChange) return `${name}: ${cells.join(" → ")}`;
  if (cells.length <= 1) return [name, ...cells].join(": ");
  return `${name}: ${cells.map((cell, index) => `${header[index + 1] ?? ""} ${cell}`.trim()).join(", ")}`;
}

/** A task's box, which the tree leaves in the words. */
export function wordTask(text: string): string {
  return text.replace(/^\[ \] /, "☐ ").replace(/^\[[xX]\] /, "☑ ");
}
