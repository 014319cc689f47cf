/** What both sides changed so that only one can stand: ours stands, theirs is kept aside. */
export interface Aside {
  /** The key of the front matter, with the keys around it (`facts.cause`); null for a place in the text. */
  key: string | null;
  /** As it stands in the merged text; empty where there is nothing that it stands for. */
  ours: string;
  theirs: string;
}

/** What a rule has decided between two sides, and is to be told. */
export interface Decided {
  /** `status`: the one that is further on; `kept`: one side took out what the other changed, so it stands. */
  code: "status" | "kept";
  /** The key; null for a place in the text. */
  key: string | null;
  taken: string;
  left: string;
}

export interface Merged {
  text: string;
  asides: readonly Aside[];
  decided: readonly Decided[];
}

/** What is gathered while merging. */
export interface Log {
  asides: Aside[];
  decided: Decided[];
}
