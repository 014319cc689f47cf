/** A word as it is typed into a shell: in quotes where a space or a sign would be read as something else. */
export function quoteWord(word: string): string {
  if (/^[\p{L}\p{N}\p{M}_@%+=:,./~…-]+$/u.test(word) && !word.startsWith("~")) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
