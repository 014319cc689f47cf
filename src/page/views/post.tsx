import { type Excess, wordCut, wordExcess, wordPart } from "../../fit/excess.ts";
import { nextOfPost } from "../../jobs/next-step.ts";
import type { PostVersion, PostView } from "../../jobs/post-view.ts";
import type { Waiting } from "../../jobs/waiting.ts";
import type { Platform } from "../../post/platforms.ts";
import type { Links } from "../links.ts";
import { PageLayout, type Place } from "../page-layout.tsx";
import { Card, wordSource } from "../parts/card.tsx";
import { FindingSummary, UnplacedFindings } from "../parts/findings.tsx";
import { Results } from "../parts/results.tsx";
import { Badge, Command, Copy, DayLabel, FileNote, Meter, WeekLink, Words } from "../parts/small.tsx";
import { Table } from "../parts/table.tsx";
import { WaitingNotes } from "../parts/waiting.tsx";
import { WhoWaits } from "../parts/who-waits.tsx";

interface PostPageProps extends Place {
  view: PostView;
  /** What of it waits for a decision. */
  waiting: readonly Waiting[];
  author: string | null;
}

/** A post as its readers will see it on each platform, with what is to be said of it beside its lines. */
export function PostPage({ view, waiting, author, ...place }: PostPageProps) {
  const { post, story, findings, versions, review } = view;
  const { links } = place;
  const [own] = versions;
  const shown = new Set((own?.parts ?? []).flat().map(({ line }) => line));
  const elsewhere = findings.filter(({ line }) => !shown.has(line));
  return (
    <PageLayout title={post.title} section="posts" {...place}>
      <header class="head">
        <h1>
          <Words>{post.title}</Words>
        </h1>
        <p class="facts">
          <Badge word={post.status} /> <DayLabel date={post.date} time={post.time} />
          <WeekLink week={post.week} links={links} />
          {post.series === null ? null : <Words>{post.series}</Words>}
          <OfStory id={post.story} title={story?.story.title ?? null} links={links} />
          {/^https?:\/\//i.test(post.url ?? "") ? (
            <a href={post.url ?? ""} rel="noreferrer noopener">
              published here
            </a>
          ) : null}
        </p>
        <FindingSummary findings={findings} />
        <WhoWaits post={post} review={review} />
      </header>
      <WaitingNotes waiting={waiting} />
      {elsewhere.length === 0 ? null : (
        <section class="elsewhere" aria-label="Findings about the post as a whole">
          <UnplacedFindings findings={elsewhere} />
        </section>
      )}
      <div class="tabs" data-tabs="platform">
        {versions.map((version, index) => (
          <Version version={version} view={view} author={author} links={links} isOwn={index === 0} />
        ))}
      </div>
      <Figures view={view} links={links} />
      <Next post={post} findings={findings} review={review} />
      <Results post={post} />
      <FileNote path={post.path} isLive={place.isLive} />
    </PageLayout>
  );
}

/** The step that moves the post along; its text and what is wrong with it are on the page. */
function Next({ post, findings, review }: Pick<PostView, "post" | "findings" | "review">) {
  const { command, other } = nextOfPost(post, review);
  const steps = [command, ...(other === undefined ? [] : [other.command])];
  const mark = steps.find(([name]) => name === "mark" || name === "approve");
  const isWrong = post.status === "draft" && findings.some(({ level }) => level === "error");
  if (mark === undefined || isWrong) return null;
  return (
    <p class="fill">
      Next: <Command words={mark} />
    </p>
  );
}

interface VersionProps {
  version: PostVersion;
  view: PostView;
  author: string | null;
  links: Links;
  isOwn: boolean;
}

function Version({ version, view, author, links, isOwn }: VersionProps) {
  const { published, parts, fold, limitAt } = version;
  const { platform, characters, excess, tooLong, images } = published;
  const { post, story, findings, statements } = view;
  const marked = isOwn ? { findings, statements, anchors: new Set<number>() } : {};
  const isThread = parts.length > 1;
  const wholeCopy = excess === null ? "Copy the post" : "Copy all of it, too long as it is";
  const isEmpty = published.parts.every((part) => part.trim() === "");
  return (
    <section class="panel" id={`on-${platform.name}`} data-title={platform.title}>
      <h2>{platform.title}</h2>
      {isEmpty ? (
        <p class="empty">There is no text to paste. What gets published stands under “## Final Optimized Post”.</p>
      ) : (
        <div class="tools">
          <Copy text={published.parts.join("\n---\n")}>{isThread ? `Copy all ${parts.length} parts` : wholeCopy}</Copy>
          {fold === null ? null : <FoldSwitch name={platform.name} />}
        </div>
      )}
      {excess === null ? null : <TooLong excess={excess} platform={platform} />}
      {images.length === 0 ? null : <p class="notice">Attach by hand, since images are no text: {images.join(", ")}</p>}
      <ol class={isThread ? "thread" : "thread single"}>
        {(isEmpty ? [] : parts).map((lines, index) => (
          <li>
            <div class="part-head">
              {isThread ? (
                <span class="faint">
                  {index + 1} of {parts.length}
                </span>
              ) : null}
              <Meter value={characters[index] ?? 0} limit={platform.limit} unit={platform.unitName} />
              {isThread ? <Copy text={published.parts[index] ?? ""} what={`part ${index + 1}`} /> : null}
            </div>
            {tooLong.includes(index) ? <Uncut platform={platform} /> : null}
            {platform.form === "markdown" ? (
              <pre class="blog" tabindex={0}>
                {published.parts[index]}
              </pre>
            ) : (
              <Card
                author={post.author ?? author}
                date={post.date}
                fold={fold}
                limitAt={limitAt}
                lines={lines}
                {...marked}
                story={story?.story.id ?? null}
                links={links}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Uncut({ platform }: { platform: Platform }) {
  return <p class="finding error">Longer than {platform.title} takes: a word or address that can’t be cut.</p>;
}

/** The story that a post tells; a title of null is that of a story which is not there. */
function OfStory({ id, title, links }: { id: string | null; title: string | null; links: Links }) {
  if (id === null) return <span>of no story, so its figures can’t be traced</span>;
  if (title === null)
    return (
      <span>
        its story, <Words>{id}</Words>, is not there
      </span>
    );
  return (
    <a href={links.story(id)}>
      <Words>{title}</Words>
    </a>
  );
}

/** By how much a post is too long, and the cut that would make it fit. */
function TooLong({ excess, platform }: { excess: Excess; platform: Platform }) {
  const { cut } = excess;
  return (
    <details class="notice" id={`too-long-${platform.name}`} open>
      <summary>The post {wordExcess(excess, platform)}</summary>
      {cut === null ? (
        <p>{wordCut(excess)}</p>
      ) : (
        <>
          <p>It fits without:</p>
          <ul>
            {cut.parts.map((part) => (
              <li>
                <Words>{wordPart(part)}</Words>
              </li>
            ))}
          </ul>
          <p class="tools">
            <Copy text={cut.text}>Copy it without {cut.parts.length === 1 ? "that" : "those"}</Copy>
          </p>
        </>
      )}
    </details>
  );
}

/** Which card is shown: as on a phone, as on a desktop, or the whole text. */
function FoldSwitch({ name }: { name: string }) {
  return (
    <fieldset class="switch needs-script" data-switch="fold">
      <legend class="unseen">Show the card</legend>
      {(["phone", "desktop", "whole"] as const).map((fold) => (
        <label>
          <input
            type="radio"
            name={`fold-${name}`}
            value={fold}
            id={`fold-${name}-${fold}`}
            checked={fold === "phone"}
          />
          <span>{fold.charAt(0).toUpperCase() + fold.slice(1)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Figures({ view: { post, story, versions }, links }: { view: PostView; links: Links }) {
  const all = (versions[0]?.parts ?? []).flat().flatMap((line) => line.figures);
  const figures = all.filter(({ source }) => source.by !== "code");
  if (story === null || figures.length === 0) return null;
  return (
    <details class="more-facts" id="figures">
      <summary>
        {figures.length === 1 ? "One figure" : `${figures.length} figures`}, each with its place in the story
      </summary>
      <Table columns={["Figure", "In the story"]}>
        {figures.map((figure) => (
          <tr>
            <td>{figure.text}</td>
            <td>
              <a href={links.story(post.story ?? "", figure.source.line)}>
                <bdi>{wordSource(figure)}</bdi>
              </a>
            </td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
