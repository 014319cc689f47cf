import { hasPrivateName } from "./joined-names.ts";
import { findPrivateNames, type PrivateName } from "./private-names.ts";
import { hasArticle, withoutArticle, withoutIndefinite, wordAlias } from "./word-alias.ts";

/** Puts the aliases in place of private names; names without an alias stay, for `check` to find. */
export function replacePrivateNames(text: string, names: readonly PrivateName[]): string {
  const withTags = text.replace(/#[\p{L}\p{N}_]+/gu, (tag) => {
    const found = names.find((each) => each.alias !== null && hasPrivateName(tag, each));
    return found === undefined ? tag : `#${toTag(found.alias ?? "")}`;
  });
  let written = "";
  let copied = 0;
  for (const match of findPrivateNames(withTags, names)) {
    if (match.alias === null || isInAddress(withTags, match.start)) continue;
    const before = withTags.slice(copied, match.start);
    // "an Acme engineer" becomes "a retail client engineer": the alias brings its own article.
    const lead = hasArticle(match.alias) ? withoutIndefinite(before) : before;
    written += lead + wordAlias(match.alias, match.suffix, written + lead);
    copied = match.end;
  }
  return written + withTags.slice(copied);
}

function toTag(alias: string): string {
  return withoutArticle(alias)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** An address with another name in it leads nowhere. */
function isInAddress(text: string, at: number): boolean {
  const word = /\S*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? "";
  return /https?:\/\/|www\.|@/.test(word) || isDomain(/^\S*/.exec(text.slice(at, at + 200))?.[0] ?? "");
}

const TOP_DOMAINS: readonly string[] = ["com", "org", "net", "io", "de", "dev", "ai"];

function isDomain(word: string): boolean {
  return [...word.matchAll(/\.(\w+)/g)].some(([, end = ""]) => TOP_DOMAINS.includes(end));
}
