/** Orders texts by their letters' codes, for sorting. */
export function compareTexts(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
