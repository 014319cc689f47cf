import type { ListedName } from "../../jobs/names.ts";
import { wordUses } from "../../render/names.ts";
import { foldLetters } from "../../text/letters.ts";
import { PageLayout, type Place } from "../page-layout.tsx";
import { FilterBox } from "../parts/filter-box.tsx";
import { Command, Words } from "../parts/small.tsx";
import { Table } from "../parts/table.tsx";

/** The names that stories and posts use, and what was decided of each. */
export function NamesPage({ names, ...place }: { names: readonly ListedName[] } & Place) {
  const undecided = names.filter(({ decided }) => decided === "undecided");
  const [next] = undecided;
  return (
    <PageLayout title="Names" section="names" {...place}>
      <h1>Names</h1>
      {names.length === 0 ? (
        <p class="empty">No story or post names anybody yet.</p>
      ) : (
        <>
          {next === undefined ? (
            <p>All names are decided on.</p>
          ) : (
            <p>
              May posts say {undecided.length === 1 ? "it" : "them"}? <Command words={["names", "keep", next.name]} />{" "}
              <Command words={["names", "hide", next.name, "--as", "…"]} />
            </p>
          )}
          <FilterBox total={names.length} one="name" more="names" label="Filter by name, kind and decision" />
          <Table columns={["Name", "Kind", "Named in", "Decided"]} kind="wide stacks names">
            {names.map(({ name, kind, stories, posts, decided, alias }) => (
              <tr data-text={foldLetters([name, kind, decided, alias].join(" "))}>
                <th scope="row">
                  <Words>{name}</Words>
                </th>
                <td data-label="Kind">{kind}</td>
                <td data-label="Named in">{wordUses({ stories, posts })}</td>
                <td data-label="Decided">
                  {decided === "alias" ? (
                    <>
                      posts say <Words>{alias}</Words>
                    </>
                  ) : (
                    decided
                  )}
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </PageLayout>
  );
}
