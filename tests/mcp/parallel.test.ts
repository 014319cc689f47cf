import { expect, test } from "vitest";
import { startAssistant } from "../support/assistant.ts";
import { createBank } from "../support/bank.ts";

test("a client that asks for many things at once loses none", async () => {
  const bank = createBank({
    "stories/shared.md": "---\ntitle: Shared\n---\nThe outage took 12 minutes.\n",
    "posts/shared.md":
      "---\ntitle: Shared\nstory: shared\nstatus: draft\n---\n## Final Optimized Post\n\nThe outage took 12 minutes.\n",
  });
  const { ask, get } = await startAssistant(bank.root);
  const { hash } = await get("read", { id: "shared", kind: "post" });
  const numbers = Array.from({ length: 12 }, (_, index) => index);
  const saved = await Promise.all(
    numbers.map((each) => ask("save_post", { post: "shared", hash, text: `It took ${each + 1} minutes.` })),
  );
  expect(saved.filter(({ isError }) => !isError)).toHaveLength(1);
  const told = await Promise.all(
    numbers.map((each) => get("add_story", { title: "One Night", body: `It took ${each} minutes.` })),
  );
  expect(new Set(told.map(({ story }) => story)).size).toBe(12);
  for (const [each, { story }] of told.entries())
    expect(bank.read(`stories/${story}.md`)).toContain(`It took ${each} minutes.`);
  await Promise.all(
    numbers.map((each) =>
      get("record", { post: "shared", impressions: 100 + each, at: `2025-01-0${1 + (each % 5)}` }).catch(() => null),
    ),
  );
  await Promise.all(
    ["reactions", "comments", "reposts", "saves"].map((metric, index) =>
      get("record", { post: "shared", [metric]: index + 1 }),
    ),
  );
  const file = bank.read("posts/shared.md");
  for (const [index, metric] of ["reactions", "comments", "reposts", "saves"].entries())
    expect(file).toContain(`2025-01-05 ${metric}=${index + 1}`);
  // Whoever came too late to be told before it was written has its text kept; no lock is left.
  const left = bank.files(".storybank").filter((path) => !path.includes("/trash/"));
  const late = saved.filter(({ text }) => text.includes("was changed by another program"));
  expect(left.filter((path) => !path.includes("/recovered/"))).toEqual([]);
  expect(left).toHaveLength(late.length);
  for (const { text } of late) expect(left).toContain(/kept in (\S+)\.$/.exec(text)?.[1]);
});
