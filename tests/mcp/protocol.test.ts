import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSampleBank } from "../support/bank.ts";
import { BIN, ENV } from "../support/binary.ts";

interface Message {
  jsonrpc: string;
  id?: number | string | null;
  result?: Record<string, unknown>;
  error?: { code: number; message: string };
}

/** Speaks to a server line by line, as no client would dare to. */
function speak(): { send(line: string): void; next(): Promise<Message>; child: ChildProcess } {
  const child = spawn(process.execPath, [BIN, "mcp"], { cwd: createSampleBank().root, env: ENV });
  onTestFinished(() => void child.kill("SIGKILL"));
  const waiting: ((message: Message) => void)[] = [];
  const come: Message[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    const message = JSON.parse(line) as Message;
    const taker = waiting.shift();
    if (taker === undefined) come.push(message);
    else taker(message);
  });
  return {
    child,
    send: (line) => void child.stdin.write(`${line}\n`),
    next: () =>
      new Promise((resolve) => {
        const message = come.shift();
        if (message === undefined) waiting.push(resolve);
        else resolve(message);
      }),
  };
}

const INITIALIZE = {
  protocolVersion: "2025-06-18",
  capabilities: {},
  clientInfo: { name: "tests", version: "1.0.0" },
};

// What the protocol's conformance suite asks of a server that need not have the suite's own tools, resources and prompts.
describe("the protocol, line by line", () => {
  test("initialize, ping and the lists have the shapes that the suite looks for; other names are errors with their codes", async () => {
    const { send, next } = speak();
    let id = 0;
    const ask = async (method: string, params?: unknown): Promise<Message> => {
      send(JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params }));
      const answer = await next();
      expect([answer.jsonrpc, answer.id]).toEqual(["2.0", id]);
      return answer;
    };
    expect(await ask("initialize", INITIALIZE)).toMatchObject({
      result: {
        protocolVersion: "2025-06-18",
        serverInfo: { name: "storybank", version: expect.any(String) },
        capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
        instructions: expect.any(String),
      },
    });
    send(JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }));
    expect((await ask("ping")).result).toEqual({});
    const { tools } = (await ask("tools/list")).result as { tools: Record<string, unknown>[] };
    for (const tool of tools)
      expect(tool).toMatchObject({
        name: expect.any(String),
        description: expect.any(String),
        inputSchema: { type: "object" },
      });
    const { resources } = (await ask("resources/list")).result as { resources: Record<string, unknown>[] };
    expect(resources).toHaveLength(6);
    for (const resource of resources)
      expect(resource).toMatchObject({ uri: expect.any(String), name: expect.any(String) });
    const { prompts } = (await ask("prompts/list")).result as { prompts: Record<string, unknown>[] };
    expect(prompts).toMatchObject([
      { name: "write-post", arguments: [{ name: "story", required: true }, { name: "day" }, { name: "platform" }] },
      { name: "rewrite-post", arguments: [{ name: "post", required: true }, { name: "wish" }] },
    ]);
    expect((await ask("tools/call", { name: "none", arguments: {} })).error?.code).toBe(-32602);
    expect((await ask("prompts/get", { name: "none" })).error?.code).toBe(-32602);
    expect((await ask("prompts/get", { name: "write-post", arguments: {} })).error?.code).toBe(-32602);
    expect((await ask("resources/read", { uri: "storybank://story/none" })).error?.message).toContain("none");
    expect((await ask("resources/delete", {})).error?.code).toBe(-32601);
    expect(await ask("tools/call", { name: "read", arguments: { id: "none" } })).toMatchObject({
      result: {
        isError: true,
        content: [{ type: "text", text: 'There is no story or post "none". Find it with search.' }],
      },
    });
    expect(await ask("tools/call", { name: "read", arguments: "none" })).toHaveProperty("error");
  });

  test("lines that are no messages do not end it", async () => {
    const { send, next } = speak();
    for (const line of ["", "nonsense", "{", "[]", '{"jsonrpc":"1.0"}', "\u0000", "null"]) send(line);
    send(JSON.stringify({ jsonrpc: "2.0", id: 7, method: "initialize", params: INITIALIZE }));
    let answer = await next();
    while (answer.id !== 7) answer = await next();
    expect(answer.result).toMatchObject({ serverInfo: { name: "storybank" } });
  });
});
