/** The part of a post's document that stands below a heading. */
export type PostPart = "post" | "notes";

/**
 * Headings of a post's parts, in lower case. They stand apart from the lexicons, since search looks for them in every post it finds
 * and starts without those.
 */
const HEADINGS: Readonly<Record<PostPart, readonly string[]>> = {
  post: ["", "linkedin "]
    .flatMap((platform) => ["post", "post text", "post content"].map((name) => platform + name))
    .flatMap((name) => [name, `the ${name}`])
    .concat("beitrag", "finaler beitrag"),
  notes: ["", "strategy ", "strategic "].map((kind) => `${kind}notes`).flatMap((name) => [name, `content ${name}`]),
};

/** "Final Optimized Post": whatever stands between. */
const [FIRST, LAST] = ["final ", " post"];

/** Which part of a post a heading's words name; null where they name none. */
export function postPartOf(heading: string): PostPart | null {
  const words = heading.toLowerCase();
  if (HEADINGS.notes.includes(words)) return "notes";
  return HEADINGS.post.includes(words) || words === FIRST.trimEnd() + LAST || isFinal(words) ? "post" : null;
}

function isFinal(words: string): boolean {
  return words.startsWith(FIRST) && words.endsWith(LAST) && !/\p{N}/u.test(words);
}
