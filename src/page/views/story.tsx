import type { RootContent } from "hast";
import { dayName } from "../../calendar/days.ts";
import type { Finding } from "../../check/finding.ts";
import { withoutSides } from "../../figures/figure.ts";
import type { StoryView } from "../../jobs/story-view.ts";
import type { Beat } from "../../story/beats.ts";
import type { Story } from "../../story/story.ts";
import { lineAnchor } from "../links.ts";
import { PageLayout, type Place } from "../page-layout.tsx";
import { FindingNote, FindingSummary, UnplacedFindings } from "../parts/findings.tsx";
import { HookLab } from "../parts/hook-lab.tsx";
import { renderMarkdown } from "../parts/markdown.ts";
import { SafeHtml } from "../parts/markdown-view.tsx";
import { Badge, Command, DayLabel, FileNote, Tags, WeekLink, Words } from "../parts/small.tsx";
import { Table } from "../parts/table.tsx";

interface StoryPageProps extends Place {
  view: StoryView;
  author: string | null;
  /** How many characters of a hook show. */
  fold: number;
}

/** A story with its beats in the margin, its figures and uses, and every hook it can have. */
export function StoryPage({ view, author, fold, ...place }: StoryPageProps) {
  const { read, status, posts, findings } = view;
  const { story, beats } = read;
  const { links } = place;
  const inFront = findings.filter(({ line }) => line < story.bodyLine);
  return (
    <PageLayout title={story.title} section="stories" {...place}>
      <header class="head">
        <h1>
          <Words>{story.title}</Words>
        </h1>
        <p class="facts">
          <Badge word={status} />
          <WeekLink week={story.week} links={links} />
          {story.day === null ? null : <span>{dayName(story.day)}</span>}
          {story.series === null ? null : <Words>{story.series}</Words>}
          <a href="#hooks">its hooks</a>
          {story.confidential ? <Badge word="confidential" tone="warning" /> : null}
        </p>
        <Tags tags={story.tags} />
        <FindingSummary findings={findings} />
      </header>
      {inFront.length === 0 ? null : (
        <section class="elsewhere" aria-label="Findings about the story as a whole">
          <UnplacedFindings findings={inFront} />
        </section>
      )}
      {story.hook === null ? null : (
        <blockquote class="hook" dir="auto">
          {story.hook}
        </blockquote>
      )}
      <Body story={story} beats={beats} findings={findings} />
      <Uses posts={posts} story={story} place={place} />
      <Figures view={view} />
      <HookLab view={view} author={author} fold={fold} />
      <FileNote path={story.path} isLive={place.isLive} />
    </PageLayout>
  );
}

/** The text, a section for each beat with its role in the margin, and the findings beside it. */
function Body({ story, beats, findings }: { story: Story; beats: readonly Beat[]; findings: readonly Finding[] }) {
  const sections = cutSections(renderMarkdown(story.body, story.bodyLine).children, beats, story.bodyLine);
  return (
    <div class="story" dir="auto">
      {sections.map(({ beat, nodes, from, to }) => {
        const own = findings.filter(({ line }) => line >= from && line < to && line >= story.bodyLine);
        return (
          <section class={`beat ${beat?.role ?? ""}`}>
            <p class="role">{beat?.role}</p>
            <div class="prose">
              <SafeHtml nodes={nodes} />
            </div>
            {own.length === 0 ? null : (
              <aside class="beside" aria-label="Findings">
                {own.map((finding) => (
                  <FindingNote finding={finding} />
                ))}
              </aside>
            )}
          </section>
        );
      })}
    </div>
  );
}

interface BeatSection {
  beat: Beat | null;
  nodes: RootContent[];
  /** The lines of the file it takes up: from the first to before the last. */
  from: number;
  to: number;
}

/** A node belongs to the last beat that begins at or above its end; a heading goes with what is below it. */
function cutSections(nodes: readonly RootContent[], beats: readonly Beat[], bodyLine: number): BeatSection[] {
  const sections: BeatSection[] = [];
  for (const node of nodes) {
    const line = (node.position?.start.line ?? 1) + bodyLine - 1;
    const beat = beats.findLast((each) => each.line <= line) ?? null;
    const last = sections.at(-1);
    if (last !== undefined && (last.beat === beat || node.position === undefined)) last.nodes.push(node);
    else sections.push({ beat, nodes: [node], from: line, to: Number.POSITIVE_INFINITY });
  }
  return sections.map((section, index) => ({
    ...section,
    from: index === 0 ? 0 : section.from,
    to: sections[index + 1]?.from ?? section.to,
  }));
}

function Uses({ posts, story, place: { links } }: { posts: StoryView["posts"]; story: Story; place: Place }) {
  return (
    <section>
      <h2>Where it was told</h2>
      {posts.length === 0 ? (
        <p>
          In no post yet. <Command words={["draft", story.id]} />
        </p>
      ) : (
        <ul class="uses">
          {posts.map((post) => (
            <li>
              <a href={links.post(post.id)}>
                <Words>{post.title}</Words>
              </a>{" "}
              <DayLabel date={post.date} /> <Badge word={post.status} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A change is shown once, its two sides not again. */
function Figures({ view: { read } }: { view: StoryView }) {
  const figures = withoutSides(read.figures);
  if (figures.length === 0) return null;
  return (
    <section>
      <h2>Figures</h2>
      <Table columns={["Figure", "Of what", "Kind", { number: "Line" }]}>
        {figures.map(({ text, label, kind, line }) => (
          <tr>
            <td>{text}</td>
            <td>
              <Words>{label}</Words>
            </td>
            <td>{kind}</td>
            <td class="number">
              <a href={`#${lineAnchor(line)}`}>{line}</a>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
