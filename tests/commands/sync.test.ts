import { describe, expect, test } from "vitest";
import { createClones } from "../support/clones.ts";

const STORY = "---\ntitle: The outage\ntags: [ops]\n---\nIt broke. We knew.\n";
const POST = "---\ntitle: The outage\nstory: outage\nstatus: draft\n---\nOne here. Two here.\n";

const SAME = "This bank and origin/main are the same.\n";

describe("sync", () => {
  test("sends what is new here, and brings what is new there", async () => {
    const { Ana, Ben } = createClones(["Ana", "Ben"]);
    Ana.write("stories/outage.md", STORY);
    expect(await Ana.sync()).toEqual({
      code: 0,
      stdout: `Committed: outage\n  + stories/outage.md\nSent. ${SAME}`,
      stderr: "",
    });
    expect(await Ben.sync()).toEqual({
      code: 0,
      stdout: `Came from origin/main: outage\n  + stories/outage.md\n${SAME}`,
      stderr: "",
    });
    expect(Ben.read("stories/outage.md")).toBe(STORY);
    expect(Ben.git("status", "--porcelain")).toBe("");
    expect(await Ben.sync()).toEqual({ code: 0, stdout: `Nothing is new. ${SAME}`, stderr: "" });
  });
});
