/** The file's line (from 1) on which a key of the front matter stands; 1 where it is not there. */
export function keyLine(text: string, key: string): number {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const at = lines.findIndex(
    (line, index) => (end < 0 || index < end) && (line.startsWith(`${key}:`) || line.startsWith(`"${key}":`)),
  );
  return at + 1 || 1;
}
