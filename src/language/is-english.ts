/** Whether a text has words that English alone has, in every text. */
export function isEnglish(text: string): boolean {
  return /\b(?:the|and|of|to|with)\b/i.test(text);
}
