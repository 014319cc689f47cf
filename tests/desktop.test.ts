import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hasDesktop } from "../src/browser.ts";
import { createBank } from "./support/bank.ts";
import { runBinary } from "./support/binary.ts";

test.each([
  ["darwin", {}, true],
  ["win32", {}, true],
  ["linux", {}, false],
  ["linux", { DISPLAY: "" }, false],
  ["linux", { DISPLAY: ":0" }, true],
  ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true],
  ["linux", { WSL_DISTRO_NAME: "Debian" }, true],
])("a desktop on %s with %j: %s", (platform, env, has) => {
  expect(hasDesktop(platform, env)).toBe(has);
});

describe.skipIf(process.platform !== "linux")("open without a terminal", () => {
  const withOpener = (script: string) => {
    const bank = createBank({ "stories/a b.md": "---\ntitle: A\n---\n", "bin/xdg-open": `#!/bin/sh\n${script}\n` });
    chmodSync(join(bank.root, "bin/xdg-open"), 0o755);
    const run = (env: Record<string, string>) =>
      runBinary(bank.root, ["open", "A"], { PATH: `${join(bank.root, "bin")}:${process.env["PATH"]}`, ...env });
    return { bank, run };
  };

  test("hands the file to the desktop's opener", () => {
    const { bank, run } = withOpener(`printf %s "$1" > opened`);
    expect(run({ DISPLAY: ":9" })).toEqual({ code: 0, stdout: "Opened stories/a b.md.\n", stderr: "" });
    expect(bank.read("opened")).toMatch(/stories\/a b\.md$/);
  });

  test.each([
    ["an opener that has nothing for it", "exit 3", { DISPLAY: ":9" }],
    ["no desktop", "touch opened", {}],
  ])("with %s says where the file is", (_, script, env) => {
    const { bank, run } = withOpener(script);
    expect(run(env as Record<string, string>)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("neither a terminal nor a desktop to open stories/a b.md in."),
    });
    expect(bank.exists("opened")).toBe(false);
  });
});
