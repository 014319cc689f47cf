import { HIDDEN, hiderOf } from "../post/hide-private-names.ts";
import { findPrivateNames, type PrivateName } from "../post/private-names.ts";

/** Elements that stand inside a line: no word ends where they begin or end. */
const INLINE: ReadonlySet<string> = new Set([
  "a",
  "b",
  "bdi",
  "em",
  "strong",
  "mark",
  "span",
  "code",
  "del",
  "sup",
  "sub",
  "kbd",
  "button",
]);

/** Attributes that somebody reads, hears or copies, or that lead somewhere. */
const READ = /\s(?:data-copy|data-tip|data-text|aria-label|title|content|href)="([^"]*)"/g;

/**
 * Makes what hides private names in a finished page, however its markup parts them: the last look at a page that is given to
 * others, after the texts it was made from have been looked at.
 */
export function pageHiderOf(names: readonly PrivateName[]): (html: string) => string {
  if (names.length === 0) return (html) => html;
  const hide = hiderOf(names);
  return (html) => {
    const tokens = (html.match(/<[^>]*>|[^<]+/g) ?? []).map((token) =>
      isTag(token) ? hideInTag(token, hide) : hideInAddresses(token, hide),
    );
    // A word may end where a tag stands inside a line, or go on behind it.
    return hideAcross(hideAcross(tokens, names, "\n"), names, "").join("");
  };
}

function isTag(token: string): boolean {
  return token.startsWith("<");
}

function elementOf(tag: string): string {
  return /^<\/?([^\s>]*)/.exec(tag)?.[1]?.toLowerCase() ?? "";
}

/** Hides the names of a page's text in one piece; `inline` is what a tag inside a line stands for in it. */
function hideAcross(tokens: readonly string[], names: readonly PrivateName[], inline: "" | "\n"): string[] {
  let text = "";
  const places = tokens.map((token) => {
    const start = text.length;
    if (isTag(token)) text += INLINE.has(elementOf(token)) ? inline : "\n";
    else text += decode(token);
    return start;
  });
  const found = findPrivateNames(text, names);
  return tokens.map((token, index) => {
    if (found.length === 0 || isTag(token)) return token;
    const from = places[index] ?? 0;
    const shown = decode(token);
    const own = found.filter(({ start, end }) => start < from + shown.length && end > from);
    return own.length === 0 ? token : encode(cutOut(shown, from, own));
  });
}

/** Takes the parts of names out of a piece of text that starts at `from`; where a name begins, something stands for it. */
function cutOut(shown: string, from: number, names: readonly { start: number; end: number }[]): string {
  return names.reduceRight((rest, { start, end }) => {
    const at = Math.max(0, start - from);
    return rest.slice(0, at) + (start >= from ? HIDDEN : "") + rest.slice(Math.min(rest.length, end - from));
  }, shown);
}

function hideInTag(tag: string, hide: (text: string) => string): string {
  return tag.replace(READ, (attribute, value: string) => {
    const plain = decode(value);
    const hidden = hide(plain);
    return hidden === plain ? attribute : attribute.replace(`"${value}"`, () => `"${encode(hidden)}"`);
  });
}

function hideInAddresses(token: string, hide: (text: string) => string): string {
  return token.includes("%") ? encode(decode(token).replace(/\S+:\/\/\S+/g, hide)) : token;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** The five characters that the pages escape. */
function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function encode(text: string): string {
  return text.replace(
    /[<>"'&]/g,
    (character) => Object.entries(ENTITIES).find(([, each]) => each === character)?.[0] ?? "",
  );
}
