import type { PostHead } from "../../post/post.ts";
import { engagementOf, latestResults, METRICS, percent } from "../../post/results.ts";
import { judgeTarget, plainMetric, readTarget } from "../../post/targets.ts";
import { thousands } from "../../post/thousands.ts";
import { Badge, Command, DayLabel } from "./small.tsx";
import { Table } from "./table.tsx";

/** What a post has brought so far, each figure beside its target. */
export function Results({ post }: { post: PostHead }) {
  const last = post.snapshots.at(-1);
  if (last === undefined)
    return post.status === "published" ? (
      <p>
        No results yet. <Command words={["record", post.id, "--impressions", "…"]} />
      </p>
    ) : null;
  const results = latestResults(post.snapshots);
  const engagement = engagementOf(results);
  const targets = [...post.targets].map(([name, written]) => readTarget(name, written));
  const rows = [
    ...METRICS.flatMap((metric) => {
      const value = results.get(metric);
      return value === undefined ? [] : [{ metric: metric as string, value, shown: thousands(value) }];
    }),
    ...(engagement === null ? [] : [{ metric: "engagement", value: engagement * 100, shown: percent(engagement) }]),
  ];
  return (
    <section>
      <h2>Results</h2>
      <Table columns={["Of the post", { number: <DayLabel date={last.at} /> }, "Target"]}>
        {rows.map(({ metric, value, shown }) => {
          const target = targets.find(({ name }) => plainMetric(name) === metric);
          const judgement = target === undefined ? null : judgeTarget(target, value);
          return (
            <tr>
              <th scope="row">{metric}</th>
              <td class="number">{shown}</td>
              <td>
                {target?.written} {judgement === null ? null : <Badge word={judgement} />}
              </td>
            </tr>
          );
        })}
      </Table>
    </section>
  );
}
