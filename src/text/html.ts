/** The elements that people write between markdown. */
const ELEMENTS: ReadonlySet<string> = new Set(
  [
    "a abbr b blockquote br center code dd del details div dl dt em figure figcaption font h1 h2 h3 h4 h5 h6 hr i img ins",
    "kbd li mark ol p pre s section small span strong sub summary sup table tbody td tfoot th thead tr u ul",
  ].flatMap((names) => names.split(" ")),
);

const TAG = /<\/?([a-z][a-z\d]*)(?:\s[^<>]{0,500})?\/?>/gi;

/** Takes the tags of HTML off; `List<String>` and `x<y` are no HTML. */
export function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  return text.replace(TAG, (tag, name: string) => (ELEMENTS.has(name.toLowerCase()) ? "" : tag));
}
