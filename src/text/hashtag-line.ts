/** A hashtag as the platforms link it: letters, digits and underscores, not digits alone. */
export const HASHTAG = /(?<![\p{L}\p{N}_&/])#(?=[\p{N}_]*[\p{L}_])[\p{L}\p{N}_]+/gu;

/** Whether a line holds nothing but hashtags. */
export function isHashtagLine(text: string): boolean {
  return /^\s*#/.test(text) && text.replace(HASHTAG, "").trim() === "";
}
