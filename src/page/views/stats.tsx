import { percent } from "../../post/results.ts";
import { ENOUGH_POSTS, isEnough, type PlottedPost, type StatRow } from "../../post/stats.ts";
import { judgeTarget, type Target } from "../../post/targets.ts";
import { thousands } from "../../post/thousands.ts";
import type { Links } from "../links.ts";
import { PageLayout, type Place } from "../page-layout.tsx";
import { Chart } from "../parts/chart.tsx";
import { plotGroups, plotTime } from "../parts/plots.ts";
import { Badge, Command, DayLabel, Words } from "../parts/small.tsx";
import { Table } from "../parts/table.tsx";

export interface StatsView {
  plotted: readonly PlottedPost[];
  groups: readonly { title: string; rows: readonly StatRow[] }[];
}

/** What posts have brought: over time against their targets, then by series, angle and day, each with its table. */
export function StatsPage({ view: { plotted, groups }, ...place }: { view: StatsView } & Place) {
  return (
    <PageLayout title="Results" section="stats" {...place}>
      <h1>Results</h1>
      {groups.every(({ rows }) => rows.length === 0) ? (
        <p class="empty">
          No post has results yet. <Command words={["record", "POST", "--impressions", "…", "--reactions", "…"]} />
        </p>
      ) : (
        <>
          <p class="facts">
            <span>Engagement: reactions, comments and reposts, divided by impressions.</span>
            <span>
              Groups of fewer than {ENOUGH_POSTS} posts are shown as dots, one for each post: too few for a median.
            </span>
          </p>
          {plotted.length === 0 ? null : <OverTime plotted={plotted} links={place.links} />}
          {groups.map(({ title, rows }) => (
            <Group title={title} rows={rows} />
          ))}
        </>
      )}
    </PageLayout>
  );
}

function OverTime({ plotted, links }: { plotted: readonly PlottedPost[]; links: Links }) {
  return (
    <figure>
      <figcaption>
        <h2>Engagement over time</h2>
        <p class="faint">Each dot is a post; the band behind it is what was aimed at.</p>
      </figcaption>
      <Chart
        label={`Engagement of ${plotted.length} posts by date. The table below has the figures.`}
        draw={(size) => plotTime(plotted, size)}
      />
      <details class="more-facts" id="over-time" open>
        <summary>As a table</summary>
        <Table columns={["Post", "Date", { number: "Engagement" }, "Target"]} kind="stacks">
          {plotted.toReversed().map(({ post, date, engagement, target }) => (
            <tr>
              <th scope="row">
                <a href={links.post(post.id)}>
                  <Words>{post.title}</Words>
                </a>
              </th>
              <td data-label="Date">
                <DayLabel date={date} />
              </td>
              <td data-label="Engagement" class="number">
                {percent(engagement)}
              </td>
              <td data-label="Target">
                <TargetWords target={target} engagement={engagement} />
              </td>
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}

function Group({ title, rows }: { title: string; rows: readonly StatRow[] }) {
  if (rows.length === 0) return null;
  const drawn = rows.filter(({ course }) => course.length > 0);
  const id = `by-${title.toLowerCase().replace(/[^a-z]+/g, "-")}`;
  return (
    <figure>
      <figcaption>
        <h2>By {title}</h2>
        <p class="faint">A bar is a median, a dot is a post. The dashed line is where the target begins.</p>
      </figcaption>
      {drawn.length === 0 ? null : (
        <Chart
          label={`Median engagement by ${title}. The table below has the figures.`}
          draw={(size) => plotGroups(drawn, size)}
        />
      )}
      <details class="more-facts" id={id} open>
        <summary>As a table</summary>
        <Table
          columns={[
            title.charAt(0).toUpperCase() + title.slice(1),
            { number: "Posts" },
            { number: "Engagement" },
            "Target",
            { number: "Impressions" },
          ]}
          kind="stacks"
        >
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <Words>{row.key}</Words>
              </th>
              <td data-label="Posts" class="number">
                {row.posts}
              </td>
              <td data-label="Engagement" class="number">
                {isEnough(row)
                  ? `median ${percent(row.engagement ?? 0)}`
                  : row.course.map(({ engagement }) => percent(engagement)).join(", ")}
              </td>
              <td data-label="Target">
                <TargetWords target={row.target} engagement={isEnough(row) ? row.engagement : null} />
              </td>
              <td data-label="Impressions" class="number">
                {isEnough(row) && row.impressions !== null ? `median ${thousands(Math.round(row.impressions))}` : ""}
              </td>
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}

function TargetWords({ target, engagement }: { target: Target | null; engagement: number | null }) {
  if (target === null) return null;
  const judgement = engagement === null ? null : judgeTarget(target, engagement * 100);
  return (
    <>
      {target.written} {judgement === null ? null : <Badge word={judgement} />}
    </>
  );
}
