import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outageBank } from "../support/outage-posts.ts";

describe("open", () => {
  test("opens the file itself in the editor", async () => {
    const bank = outageBank();
    const opened: string[] = [];
    const editor = (file: string): number => opened.push(file) - 1;
    const options = { editor, env: { EDITOR: "ed" }, desktop: [] as string[] };
    expect(await bank.run("open 2025-01-07", options)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect([opened, options.desktop]).toEqual([[join(bank.root, "posts/2025-01-07-outage.md")], []]);
  });

  test("without an editor opens it on the desktop, without a terminal too", async () => {
    const bank = outageBank();
    const desktop: string[] = [];
    expect(await bank.run("open outage", { desktop })).toEqual({
      code: 0,
      stdout: "Opened stories/outage.md.\n",
      stderr: "",
    });
    expect(await bank.run("open outage", { desktop, editor: () => 1 })).toMatchObject({ code: 0 });
    expect(desktop).toEqual([join(bank.root, "stories/outage.md"), join(bank.root, "stories/outage.md")]);
  });

  test("with neither says where the file is, and an editor that fails is said", async () => {
    const bank = outageBank();
    expect(await bank.run("open outage")).toEqual({
      code: 2,
      stdout: "",
      stderr: `storybank: There is neither a terminal nor a desktop to open stories/outage.md in.\nIt is ${join(bank.root, "stories/outage.md")}\n`,
    });
    expect(await bank.run("open outage", { editor: () => 3 })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("The editor ended with code 3."),
    });
  });
});
