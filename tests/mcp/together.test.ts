import { expect, test } from "vitest";
import { startAssistant } from "../support/assistant.ts";
import { createBank } from "../support/bank.ts";

const CLIENTS = 12;

function textBy(client: number, round: number): string {
  return `It took ${client} minutes, and client ${client} wrote it in round ${round}.`;
}

test("twelve clients at once on one bank lose nothing", async () => {
  const bank = createBank({
    "stories/shared.md": "---\ntitle: Shared\n---\nThe outage took 12 minutes.\n",
    "posts/shared.md":
      "---\ntitle: Shared\nstory: shared\nstatus: draft\n---\n## Final Optimized Post\n\nThe outage took 12 minutes.\n",
  });
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => startAssistant(bank.root)));
  const each = <T>(work: (client: (typeof clients)[number], index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(clients.map(work));

  // The same title, so that they fight for the name; then a post of each.
  const told = await each(({ get }, index) =>
    get("add_story", { title: "The Same Night", body: `**Setup:**\nIt took ${index} minutes, and nobody slept.` }),
  );
  const stories = told.map(({ story }) => String(story));
  expect(new Set(stories).size).toBe(CLIENTS);
  for (const [index, id] of stories.entries())
    expect(bank.read(`stories/${id}.md`)).toContain(`It took ${index} minutes`);
  const made = await each(({ get }, index) => get("save_post", { story: stories[index], text: textBy(index, 1) }));
  expect(new Set(made.map(({ post }) => post)).size).toBe(CLIENTS);
  for (const [index, { post }] of made.entries()) expect(bank.read(`posts/${post}.md`)).toContain(textBy(index, 1));

  // One post, which all of them have read: one is first, and the others are told.
  const read = await each(({ get }) => get("read", { id: "shared", kind: "post" }));
  const saved = await each(({ ask }, index) =>
    ask("save_post", { post: "shared", hash: read[index]?.["hash"], text: textBy(index, 2) }),
  );
  const winners = saved.flatMap(({ isError }, index) => (isError ? [] : [index]));
  expect(winners).toHaveLength(1);
  expect(bank.read("posts/shared.md")).toContain(textBy(winners[0] ?? -1, 2));
  for (const { isError, text } of saved)
    if (isError) expect(text).toMatch(/is not what was read|was changed by another program/);

  // Each records another count of it: all are there.
  const METRICS = ["impressions", "reactions", "comments", "reposts", "saves", "inquiries"];
  await each(({ get }, index) =>
    get("record", {
      post: "shared",
      [METRICS[index % 6] ?? ""]: 100 + index,
      at: `2025-01-0${1 + Math.floor(index / 6)}`,
    }),
  );
  const file = bank.read("posts/shared.md");
  for (let index = 0; index < CLIENTS; index++)
    expect(file).toContain(`2025-01-0${1 + Math.floor(index / 6)} ${METRICS[index % 6]}=${100 + index}`);
  const trashed = bank.files(".storybank").filter((path) => path.includes("trash"));
  expect(trashed).toEqual([".storybank/trash/posts/shared.md"]);
  expect(clients.map(({ stderr }) => stderr()).join("")).toBe("");
});
