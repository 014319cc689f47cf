/** How a file is written apart from its words. */
interface Dress {
  bom: boolean;
  /** Null where its lines end in different ways; they are then left as they are. */
  lineEnd: "\n" | "\r\n" | null;
  endsOpen: boolean;
}

/** Takes a text's byte order mark, carriage returns and missing last line end off, so that those of three texts merge by themselves. */
export function undress(text: string): { words: string; dress: Dress } {
  const bom = text.startsWith("\uFEFF");
  const bare = bom ? text.slice(1) : text;
  const lineEnd = lineEndOf(bare);
  const unified = lineEnd === "\r\n" ? bare.replaceAll("\r\n", "\n") : bare;
  const endsOpen = unified !== "" && !unified.endsWith("\n");
  return { words: endsOpen ? `${unified}\n` : unified, dress: { bom, lineEnd, endsOpen } };
}

function lineEndOf(text: string): Dress["lineEnd"] {
  const returned = text.split("\r\n").length;
  if (returned === 1) return "\n";
  return returned === text.split("\n").length ? "\r\n" : null;
}

/** Puts them back. */
export function dress(words: string, { bom, lineEnd, endsOpen }: Dress): string {
  const cut = endsOpen && words.endsWith("\n") ? words.slice(0, -1) : words;
  return `${bom ? "\uFEFF" : ""}${lineEnd === "\r\n" ? cut.replaceAll("\n", "\r\n") : cut}`;
}

/** Each of a text's ways as the side has it that has changed it. */
export function mergeDress(base: Dress, ours: Dress, theirs: Dress): Dress {
  return {
    bom: ours.bom === base.bom ? theirs.bom : ours.bom,
    lineEnd: ours.lineEnd === base.lineEnd ? theirs.lineEnd : ours.lineEnd,
    endsOpen: ours.endsOpen === base.endsOpen ? theirs.endsOpen : ours.endsOpen,
  };
}
