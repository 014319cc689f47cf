import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

test("a post that week --fill made says so, and one that was named says that", async () => {
  const bank = createBank({
    "stories/a.md":
      "---\ntitle: A\nweek: 1\nday: tuesday\nhook: It broke.\n---\nIt broke at night, and 3 people came.\n",
    "stories/b.md": "---\ntitle: B\nweek: 1\nday: friday\nhook: It held.\n---\nIt held all night, and nobody came.\n",
  });
  await bank.run("draft b");
  expect((await bank.run("week 1 --fill")).stderr).toBe("Drafted posts/2025-01-07-a.md\n");
  expect(bank.read("posts/2025-01-07-a.md")).toContain(
    "- **Chosen because**: week 1 was filled, and no post told it\n",
  );
  expect(bank.read("posts/2025-01-10-b.md")).toContain("- **Chosen because**: you named it\n");
});
