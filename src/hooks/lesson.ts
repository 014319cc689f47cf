import type { Beat } from "../story/beats.ts";
import { splitSentences } from "../story/sentences.ts";

/**
 * Finds the shortest lesson that stands by itself as a sentence: a sentence of the lesson's prose, or a bullet's words
 * before their explanation. Ends in a full stop.
 */
export function findLesson(beats: readonly Beat[]): { text: string; line: number } | null {
  const candidates = beats
    .filter((beat) => beat.role === "lesson")
    .flatMap((beat) =>
      beat.blocks.flatMap((block) => {
        if (block.kind === "prose")
          return block.text
            .split("\n")
            .flatMap(splitSentences)
            .map((text) => ({ text, line: beat.line, isProse: true }));
        if (block.kind !== "list") return [];
        return block.bullets.map((bullet) => ({
          text: bullet.label ?? bullet.text.text.split(/:\s/)[0] ?? "",
          line: bullet.line,
          isProse: false,
        }));
      }),
    )
    .filter(({ text, isProse }) => isWhole(text, isProse));
  // Three words are a slogan; where there is a longer lesson, the shortest of those.
  const telling = candidates.filter(({ text }) => text.split(/\s+/).length >= 5);
  const shortest = (telling.length > 0 ? telling : candidates).toSorted((a, b) => a.text.length - b.text.length)[0];
  return shortest === undefined
    ? null
    : { text: /[.!?]["”’]?$/.test(shortest.text) ? shortest.text : `${shortest.text}.`, line: shortest.line };
}

const VERB =
  /\b(?:is|are|was|were|isn['’]t|aren['’]t|has|have|can|can['’]t|cannot|do|does|don['’]t|doesn['’]t|will|won['’]t|must|should|needs?|beats?|costs?|takes?|makes?|gets?|keeps?|creates?|builds?|begins?|starts?|matters?|means?|comes?|goes|asks?|sees?|wins?|lose[s]?)\b/i;
const IMPERATIVE =
  /^(?:Measure|Ask|Automate|Invest|Build|Never|Always|Don['’]t|Start|Stop|Keep|Make|Let|Put|Plan|Write|Test|Say|Tell|Give|Own|Hire|Ship|Trust|Listen|Decide|Delete|Read|Show|Take|Treat|Name|Fix)\b/;

function isWhole(text: string, isProse: boolean): boolean {
  const words = text.split(/\s+/).length;
  if (words < (isProse ? 4 : 3) || text.length < 15 || text.length > 110) return false;
  if (
    /^(?:But|And|That|This|It|They|These|Those|He|She|So|Here|Then|Which|Sometimes it)\b/.test(text) ||
    /[:,;]$/.test(text)
  )
    return false;
  return isProse ? /[.!]["”’]?$/.test(text) : VERB.test(text) || IMPERATIVE.test(text);
}
