/** The file's line (from 1) of a key of the front matter; 1 where the key is missing. */
export function keyLine(text: string, key: string): number {
  let line = 1;
  for (let start = 0; start <= text.length; line++) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    if (text.startsWith(`${key}:`, start) || text.startsWith(`"${key}":`, start)) return line;
    if (line > 1 && text.startsWith("---", start) && text.slice(start + 3, end).trim() === "") break;
    start = end + 1;
  }
  return 1;
}
