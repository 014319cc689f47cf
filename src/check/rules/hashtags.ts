import { HASHTAG, isHashtagLine } from "../../text/hashtag-line.ts";
import { foldCase } from "../../text/letters.ts";
import type { Found, PostSubject, Rule } from "../rule.ts";

/** Too many hashtags, one twice, one that breaks off, or some in the middle of the text. */
export const hashtags: Rule<PostSubject> = {
  id: "hashtags",
  level: "warning",
  about: "too many hashtags, or in the wrong place",
  find({ lines, platform }) {
    const tags = lines.flatMap(({ text, line }) => [...text.matchAll(HASHTAG)].map(([tag]) => ({ tag, line })));
    const found: Found[] = [];
    const [first] = tags;
    if (first !== undefined && tags.length > platform.mostHashtags)
      found.push({
        line: tags[platform.mostHashtags]?.line ?? first.line,
        message: `The post has ${tags.length} hashtags; ${platform.title} is best served with up to ${platform.mostHashtags}.`,
        remedy: `Keep the ${platform.mostHashtags} that your readers follow the topic by.`,
      });
    const twice = tags.find(
      ({ tag }, index) => tags.findIndex((other) => foldCase(other.tag) === foldCase(tag)) < index,
    );
    if (twice !== undefined)
      found.push({
        line: twice.line,
        message: `The hashtag ${twice.tag} stands twice.`,
        remedy: "Take one of them out.",
      });
    const broken = lines.flatMap(({ text, line }) =>
      [...text.matchAll(/(?<![\p{L}\p{N}&/])#[\p{L}\p{N}_]*\p{L}[-'’.&+][\p{L}\p{N}]+/gu)].map(([tag]) => ({
        tag,
        line,
      })),
    )[0];
    if (broken !== undefined)
      found.push({
        line: broken.line,
        message: `The hashtag ${broken.tag} ends at its first ${/[-'’.&+]/.exec(broken.tag)?.[0]}: only letters, digits and _ are linked.`,
        remedy: `Write #${broken.tag.replace(/[^\p{L}\p{N}]+(\p{L}?)/gu, (_, letter: string) => letter.toUpperCase())}.`,
      });
    const lastText = lines.findLastIndex(({ text }) => !isHashtagLine(text));
    const inside = lines.find(({ text }, index) => index < lastText && isHashtagLine(text));
    if (inside !== undefined)
      found.push({
        line: inside.line,
        message: "Hashtags stand in the middle of the post.",
        remedy: "Move them to the end.",
      });
    return found;
  },
};
