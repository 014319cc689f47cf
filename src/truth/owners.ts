import { findQuotations } from "../language/quotation.ts";
import { clauseOf } from "./clause.ts";
import { frameOf } from "./frame.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import { contextAround } from "./local.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import { findRival, type StorySpot, shareAround } from "./rival.ts";

/** Whose something is: the author's, or another's. */
type Owner = "author" | "other";

/** "her laptop": whose it is, and what. */
interface Owned extends StorySpot {
  owner: Owner;
  what: string;
}

const LEAD = { margin: 2, ratio: 1.5 };
const LEAST_SHARE = 0.6;

/** Holds "my" against "his" and "her": whose something is that the story has among the same words. */
export function judgeOwners({ statement, story }: Held): Judged[] {
  return ownedIn(statement).flatMap((owned): Judged[] => {
    const told = story.passages.flatMap(ownedIn).filter(({ what }) => what === owned.what);
    const rivals = told.filter(({ owner }) => owner !== owned.owner);
    if (rivals.length === 0) return [];
    const wanted = contextAround(clauseOf(statement, owned), owned, story);
    const own = told.filter(({ owner }) => owner === owned.owner);
    const rival = findRival(wanted, own, rivals, story, LEAD, (spot) =>
      frameOf(statement, owned, spot.passage, spot, story),
    );
    if (rival === null || shareAround(wanted, rival, story) < LEAST_SHARE) return [];
    const [start, end] = [statement.tokens[owned.first]?.start ?? 0, statement.tokens[owned.next - 1]?.end ?? 0];
    return [
      {
        kind: "who",
        rule: "act-of-another",
        start,
        end,
        verdict: "contradicted",
        because: `the story says "${rival.passage.tokens[rival.first]?.text ?? ""}" there`,
        source: rival.passage,
        fix: null,
      },
    ];
  });
}

const known = new WeakMap<Passage, readonly Owned[]>();

/** What a passage says to be somebody's, outside quotations: there "my" is another's. */
function ownedIn(passage: Passage): readonly Owned[] {
  const found = known.get(passage);
  if (found !== undefined) return found;
  const quotations = findQuotations(passage.text);
  const owned = passage.tokens.flatMap(({ key, start }, first): Owned[] => {
    const owner = ownerOf(key);
    if (owner === null || passage.isSpoken || quotations.some((each) => start >= each.start && start < each.end))
      return [];
    const noun = passage.words.find(({ at }) => at === first + 1);
    return noun === undefined ? [] : [{ passage, first, next: first + 2, owner, what: near(noun.stem) }];
  });
  known.set(passage, owned);
  return owned;
}

function ownerOf(key: string): Owner | null {
  if (key === "my") return "author";
  return /^(?:his|her)$/.test(key) ? "other" : null;
}
