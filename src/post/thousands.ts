/** 3000 → `3,000`; without Intl, whose tables cost more than a whole command. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
