/**
 * Makes a pure function of a text remember what it found for the last texts: a line is read by several rules, and again in its
 * post, and labels and nouns come again in every story. What it gives is shared and not to be changed.
 */
export function remembered<Found>(read: (text: string) => Found, most = 2000): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = read(text);
    if (known.size >= most) known.clear();
    known.set(text, found);
    return found;
  };
}
