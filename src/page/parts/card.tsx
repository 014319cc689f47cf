import type { Child } from "hono/jsx";
import { type DateText, formatDate, parseDate } from "../../calendar/dates.ts";
import type { Finding } from "../../check/finding.ts";
import type { ShownFigure, ShownLine } from "../../jobs/post-view.ts";
import { foldAt } from "../../post/fold.ts";
import type { Statement } from "../../truth/statement.ts";
import { type Links, lineAnchor } from "../links.ts";
import { EvidenceNote } from "./evidence.tsx";
import { FindingNote } from "./findings.tsx";
import { cutLineSpans, type Folds, pastFolds } from "./line-spans.ts";

interface CardProps {
  author: string | null;
  /** The date of the post; null where it has none. */
  date: DateText | null;
  /** How many characters show before "more"; null where everything shows. */
  fold: { phone: number; desktop: number } | null;
  /** Where the platform's limit falls in the text; null where it keeps it. */
  limitAt?: number | null;
  lines: readonly ShownLine[];
  /** Shown beside their lines. */
  findings?: readonly Finding[];
  /** What its lines say, held against the story: shown beside them on demand. */
  statements?: readonly Statement[];
  /** The lines of the file that can be pointed at already; the card's own are added. Without it they can't be. */
  anchors?: Set<number> | undefined;
  /** The story its figures are linked to. */
  story?: string | null;
  links: Links;
}

/** A post as its readers see it: who, when, and the text, cut off at the fold of a phone or desktop until it is opened. */
export function Card({
  author,
  date,
  fold,
  limitAt = null,
  lines,
  findings = [],
  statements = [],
  anchors,
  ...told
}: CardProps) {
  const { story = null, links } = told;
  const text = lines.map((line) => line.text).join("\n");
  const folds = fold === null ? null : { phone: foldAt(text, fold.phone), desktop: foldAt(text, fold.desktop) };
  const isCut = folds !== null && folds.phone < text.length;
  let offset = 0;
  return (
    <article class="card" data-folds={isCut ? "yes" : undefined}>
      <CardHead author={author} date={date} />
      <div class="lines" dir="auto">
        {lines.map((line) => {
          const start = offset;
          offset += line.text.length + 1;
          const isFirst = line.line !== null && anchors?.has(line.line) === false;
          if (line.line !== null) anchors?.add(line.line);
          return (
            <CardLine
              line={line}
              offset={start}
              textLength={text.length}
              folds={isCut ? folds : null}
              limitAt={limitAt}
              findings={isFirst ? findings.filter((finding) => finding.line === line.line) : []}
              statements={isFirst ? statements.filter((statement) => statement.line === line.line) : []}
              anchor={isFirst ? line.line : null}
              story={story}
              links={links}
            />
          );
        })}
      </div>
    </article>
  );
}

function CardHead({ author, date }: Pick<CardProps, "author" | "date">) {
  const name = author ?? "You";
  const initials = name
    .split(/\s+/)
    .flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? [])
    .slice(0, 2)
    .join("")
    .toUpperCase();
  return (
    <header class="who">
      <span class="face" aria-hidden="true">
        {initials}
      </span>
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <br />
        <span class="faint">{date === null || parseDate(date) === null ? "not dated yet" : formatDate(date)}</span>
      </p>
    </header>
  );
}

interface LineProps {
  line: ShownLine;
  offset: number;
  /** Of the whole text. */
  textLength: number;
  folds: Folds | null;
  limitAt: number | null;
  findings: readonly Finding[];
  statements: readonly Statement[];
  anchor: number | null;
  story: string | null;
  links: Links;
}

function CardLine({ line, offset, textLength, folds, limitAt, findings, statements, anchor, story, links }: LineProps) {
  const spans = cutLineSpans(line, offset, folds, limitAt);
  const end = offset + line.text.length;
  const past = pastFolds(offset, folds).map(pastClass);
  return (
    <div class={["line", ...past].join(" ")} id={anchor === null ? undefined : lineAnchor(anchor)}>
      <p>
        {line.text === "" ? <br /> : null}
        {spans.map((span) => (
          <span class={[...span.past.map(pastClass), ...(span.isStray ? ["stray"] : [])].join(" ") || undefined}>
            {span.isAtLimit ? <LimitMark /> : null}
            {span.figure === null || story === null ? (
              span.text
            ) : (
              <FigureLink figure={span.figure} href={links.story(story, span.figure.source.line)}>
                {span.text}
              </FigureLink>
            )}
          </span>
        ))}
        {folds === null
          ? null
          : (["phone", "desktop"] as const)
              .filter((fold) => folds[fold] >= offset && folds[fold] <= end && folds[fold] < textLength)
              .map((fold) => (
                <button type="button" class={`more more-${fold} needs-script`} aria-expanded="false">
                  …more
                </button>
              ))}
      </p>
      {findings.length === 0 ? null : (
        <aside class="beside" aria-label={`Findings for line ${line.line}`}>
          {findings.map((finding) => (
            <FindingNote finding={finding} />
          ))}
        </aside>
      )}
      {story === null ? null : <EvidenceNote statements={statements} story={story} links={links} />}
    </div>
  );
}

function LimitMark() {
  return (
    <span class="limit-mark" role="note">
      the limit
    </span>
  );
}

function pastClass(fold: keyof Folds): string {
  return `past-${fold}`;
}

function FigureLink({ figure, href, children }: { figure: ShownFigure; href: string; children?: Child }) {
  return (
    <a class="figure" href={href} data-tip={wordSource(figure)}>
      {children}
    </a>
  );
}

/** "line 24: A release 2 months late: $1.2M we never earned" */
export function wordSource({ source: { line, by, text }, quote }: ShownFigure): string {
  const follows = by === "said" || by === "code" ? "" : ` (follows from ${text})`;
  return line === null || quote === null ? `under facts${follows}` : `line ${line}${follows}: ${quote}`;
}
