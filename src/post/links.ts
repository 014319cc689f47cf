/**
 * What an address of a post can be known by: itself, and the numbers in it. One post can have different ones as `share`,
 * `activity` and `ugcPost`, so that two addresses of a post may share none.
 */
function keysOf(address: string): string[] {
  let plain = address.trim();
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // A broken escape leaves the address as it is written.
  }
  return [...new Set([plain.replace(/[?#].*$/, "").replace(/\/$/, ""), ...(plain.match(/\d{15,}/g) ?? [])])];
}

/** Posts by all that their addresses can be known by. */
export function indexLinks<T extends { links: readonly string[] }>(posts: readonly T[]): Map<string, T> {
  return new Map(posts.flatMap((post) => post.links.flatMap(keysOf).map((key) => [key, post] as const)));
}

/** The post that an address leads to; undefined where none is known. */
export function findByLink<T>(index: ReadonlyMap<string, T>, address: string): T | undefined {
  return keysOf(address).flatMap((key) => index.get(key) ?? [])[0];
}
