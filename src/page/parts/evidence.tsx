import { chooseEvidence, type ShownVerdict, shownVerdict } from "../../truth/show.ts";
import type { Statement } from "../../truth/statement.ts";
import type { Links } from "../links.ts";

interface EvidenceProps {
  /** Those of one line of the post. */
  statements: readonly Statement[];
  /** The story they are held against. */
  story: string;
  links: Links;
}

/** What the statements of a line rest on, shown when it is asked for. */
export function EvidenceNote({ statements, story, links }: EvidenceProps) {
  const claims = statements.filter((statement) => shownVerdict(statement) !== "nothing");
  if (claims.length === 0) return null;
  const open = claims.filter(({ verdict }) => verdict === "untraced" || verdict === "contradicted").length;
  return (
    <details class={open > 0 ? "rests open-claims" : "rests"}>
      <summary>{wordSummary(claims.length, open)}</summary>
      <ul>
        {claims.map((statement) => (
          <li>
            <p>
              <bdi>{statement.text}</bdi>{" "}
              <span class={`verdict-word ${statement.verdict}`}>{WORDS[shownVerdict(statement)]}</span>
            </p>
            {statement.details
              .filter(({ verdict }) => verdict !== "said")
              .map(({ text, because, verdict }) => (
                <p class={`detail ${verdict}`}>
                  <bdi>{text}</bdi>: <bdi>{because}</bdi>
                </p>
              ))}
            {chooseEvidence(statement).map(({ line, text }) => (
              <p class="faint">
                <a href={links.story(story, line)}>{line === null ? "the story’s hook" : `line ${line}`}</a>:{" "}
                <bdi>{text}</bdi>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

const WORDS: Readonly<Record<ShownVerdict, string>> = {
  nothing: "",
  said: "the story says so",
  follows: "follows from the story",
  confirmed: "confirmed",
  untraced: "not in the story",
  contradicted: "the story says otherwise",
};

function wordSummary(claims: number, open: number): string {
  if (open === 0) return "What it rests on";
  return open === claims && claims === 1 ? "Not what the story says" : `${open} of ${claims} not what the story says`;
}
