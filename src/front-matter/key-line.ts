/** The file's line (from 1) of a key of the front matter; 1 where the key is missing. */
export function keyLine(text: string, key: string): number {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const at = lines.findIndex(
    (line, index) => (end < 0 || index < end) && (line.startsWith(`${key}:`) || line.startsWith(`"${key}":`)),
  );
  return at + 1 || 1;
}
