/**
 * The numbers in an address of a post. One post can have different ones as `share`, `activity` and `ugcPost`, so that two
 * addresses of a post may share none.
 */
function numbersOf(address: string): string[] {
  let plain = address;
  try {
    plain = decodeURIComponent(address);
  } catch {
    // A broken escape leaves the address as it is written.
  }
  return [...new Set(plain.match(/\d{15,}/g) ?? [])];
}

/** Whether two addresses lead to one post: they are the same, or share a number. */
export function isSamePost(a: string, b: string): boolean {
  const plain = (address: string): string =>
    address
      .trim()
      .replace(/[?#].*$/, "")
      .replace(/\/$/, "");
  if (plain(a) === plain(b)) return true;
  const numbers = new Set(numbersOf(a));
  return numbersOf(b).some((number) => numbers.has(number));
}
