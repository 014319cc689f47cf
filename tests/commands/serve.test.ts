import { type ChildProcess, spawn } from "node:child_process";
import { get } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSampleBank } from "../support/bank.ts";
import { BIN, ENV } from "../support/binary.ts";

interface Started {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  url: string;
  ended: Promise<number | null>;
}

async function startServe(cwd: string, args: readonly string[] = []): Promise<Started> {
  const child = spawn(process.execPath, [BIN, "serve", ...args], { cwd, env: ENV });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data: Buffer) => {
    stdout += data;
  });
  child.stderr.on("data", (data: Buffer) => {
    stderr += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  for (let waited = 0; !stderr.includes("Ctrl-C") && waited < 10_000; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return { child, stdout: () => stdout, stderr: () => stderr, url: stdout.trim(), ended };
}

describe("serve", () => {
  test("says where the page is, follows nobody else, and Ctrl-C ends it, with a page open", async () => {
    const bank = createSampleBank();
    const { child, stdout, stderr, url, ended } = await startServe(bank.root, ["--port", "0"]);
    expect(stdout()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(stderr()).toBe("It follows your files, and changes nothing. Ctrl-C ends it.\n");
    const listening = await new Promise<string>((resolve, reject) => {
      get(`${url}events`, (response) => response.once("data", (data: Buffer) => resolve(data.toString()))).on(
        "error",
        reject,
      );
    });
    expect(listening).toContain("event: hello");
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(bank.files("")).toEqual(createSampleBank().files(""));
  });

  test("says so when the port is taken, and takes the next", async () => {
    const bank = createSampleBank();
    const first = await startServe(bank.root, ["--port", "0"]);
    const port = new URL(first.url).port;
    const second = await startServe(bank.root, ["--port", port]);
    const other = new URL(second.url).port;
    expect(Number(other)).toBeGreaterThan(Number(port));
    expect(second.stderr()).toContain(`Port ${port} is taken, so it is ${other}.\n`);
  });

  test.each(["x", "70000", "-1"])("a port that is none is refused: %s", async (port) => {
    const { code, stderr } = await createSampleBank().run(["serve", "--port", port]);
    expect(code).toBe(2);
    expect(stderr).toContain("port");
  });

  test("without a bank it says how to make one", async () => {
    const bank = createSampleBank();
    const { code, stderr } = await bank.run(["serve", "--bank", "nowhere"]);
    expect(code).toBe(2);
    expect(stderr).toContain("nowhere is not a story bank");
  });
});
