import { keyLine } from "../../front-matter/key-line.ts";
import { findPrivateNames, hasPrivateName, type PrivateName } from "../../post/private-names.ts";
import { HASHTAG } from "../../post/text/hashtag-line.ts";
import { joinPieces, type Piece } from "../../post/text/pieces.ts";
import { excerptOf, type Found, type PostSubject, type Rule } from "../rule.ts";

/** A name that `private:` in storybank.yaml lists stands in what gets published, or in the file's name. */
export const privateName: Rule<PostSubject> = {
  id: "private-name",
  level: "error",
  about: "a name that must not be published",
  find({ post, text, pieces, hook, privateNames }) {
    if (privateNames.length === 0) return [];
    const inText = namesInPieces(pieces, privateNames);
    const told = new Set(inText.map(({ message }) => message));
    const keys = [
      ["title", post.title],
      ["hook", post.hook === hook.text ? "" : (post.hook ?? "")],
    ] as const;
    const inKeys = keys.flatMap(([key, value]) => namesIn(value, keyLine(text, key), privateNames, `its ${key}`));
    const hashtags = post.hashtags.flatMap((tag) =>
      privateNames
        .filter((name) => hasPrivateName(tag, name))
        .map((name) => found(name, keyLine(text, "hashtags"), `the hashtag #${tag}`, `#${tag}`)),
    );
    const file = privateNames
      .filter((name) => hasPrivateName(post.id, name))
      .map(
        (name): Found => ({
          line: 1,
          message: `The private name ${name.name} stands in the file's name.`,
          remedy: "Rename the file.",
          excerpt: post.path,
        }),
      );
    return [...inText, ...inKeys.filter(({ message }) => !told.has(message)), ...hashtags, ...file];
  },
};

/** Names are looked for in the whole text, since one may run over the end of a line. */
function namesInPieces(pieces: readonly Piece[], names: readonly PrivateName[]): Found[] {
  const text = joinPieces(pieces);
  let offset = 0;
  const starts = pieces.map((piece, index) => {
    const start = offset + (index === 0 ? 0 : piece.glue.length);
    offset = start + piece.text.length;
    return start;
  });
  const placed = findPrivateNames(text, names).map((match) => {
    const piece = pieces[starts.findLastIndex((start) => start <= match.start)];
    return found(match, piece?.line ?? 1, "the post", excerptOf(piece?.text ?? "", 0));
  });
  return [...placed, ...pieces.flatMap((piece) => tagsIn(piece.text, piece.line, names))];
}

function namesIn(text: string, line: number, names: readonly PrivateName[], where: string): Found[] {
  const matches = findPrivateNames(text, names).map((match) => found(match, line, where, excerptOf(text, match.start)));
  return [...matches, ...tagsIn(text, line, names)];
}

function tagsIn(text: string, line: number, names: readonly PrivateName[]): Found[] {
  return [...text.matchAll(HASHTAG)].flatMap(([tag]) =>
    names
      .filter((name) => hasPrivateName(tag, name) && findPrivateNames(tag, [name]).length === 0)
      .map((name) => found(name, line, `the hashtag ${tag}`, excerptOf(text))),
  );
}

function found({ name, alias }: PrivateName, line: number, where: string, excerpt: string): Found {
  return {
    line,
    message: `The private name ${name} stands in ${where}.`,
    remedy: alias === null ? "Take it out." : `Write “${alias}” instead.`,
    excerpt,
  };
}
