import { type Finding, LEVELS } from "../../check/finding.ts";
import { lineAnchor } from "../links.ts";
import { Badge } from "./small.tsx";

/** A finding in full: what, the words it is about, and what to do. */
export function FindingNote({
  finding,
  isPlaced = true,
  id,
}: {
  finding: Finding;
  isPlaced?: boolean;
  id?: string | undefined;
}) {
  const { level, rule, message, remedy, excerpt, line } = finding;
  return (
    <div class={`finding ${level}`} id={id}>
      <p>
        <Badge word={level} /> {message}
      </p>
      {isPlaced || excerpt === null ? null : (
        <p class="excerpt">
          <bdi>{excerpt}</bdi>
        </p>
      )}
      <p class="remedy">{remedy}</p>
      <p class="rule faint">
        {rule}, line {line}
      </p>
    </div>
  );
}

/** Findings of lines that are not shown, such as those of the front matter: each says its words, and can be pointed at. */
export function UnplacedFindings({ findings }: { findings: readonly Finding[] }) {
  const seen = new Set<number>();
  return (
    <>
      {findings.map((finding) => {
        const isFirst = !seen.has(finding.line);
        seen.add(finding.line);
        return <FindingNote finding={finding} isPlaced={false} id={isFirst ? lineAnchor(finding.line) : undefined} />;
      })}
    </>
  );
}

/** How many findings of each level there are, with the way to their lines. */
export function FindingSummary({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return <p class="verdict good">Nothing to find fault with.</p>;
  return (
    <ul class="verdict">
      {LEVELS.flatMap((level) => {
        const lines = [...new Set(findings.filter((each) => each.level === level).map(({ line }) => line))];
        const count = findings.filter((each) => each.level === level).length;
        if (count === 0) return [];
        return (
          <li>
            <Badge word={wordCount(level, count)} tone={level} />{" "}
            {lines.map((line, index) => (
              <>
                {index > 0 ? ", " : ""}
                <a href={`#${lineAnchor(line)}`}>line {line}</a>
              </>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** "2 errors", "1 warning", "advice" */
export function wordCount(level: Finding["level"], count: number): string {
  if (level === "advice") return "advice";
  return `${count} ${level}${count === 1 ? "" : "s"}`;
}
