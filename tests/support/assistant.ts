import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { onTestFinished } from "vitest";
import { BIN, ENV } from "./binary.ts";

/** An answer as a client gets it. */
interface Answered {
  isError: boolean;
  text: string;
  value: Record<string, unknown>;
}

export interface Assistant {
  client: Client;
  /** Calls a tool, whatever comes of it. */
  ask(tool: string, args?: Record<string, unknown>): Promise<Answered>;
  /** Calls a tool that must not refuse. */
  get(tool: string, args?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Calls a tool that must refuse, and gives its sentence. */
  refused(tool: string, args?: Record<string, unknown>): Promise<string>;
  stderr(): string;
}

/** Starts `storybank mcp` on a bank, with the protocol's own client at the other end; the newest protocol where `mode` says so. */
export async function startAssistant(
  root: string,
  { args = [], mode }: { args?: readonly string[]; mode?: "auto" } = {},
): Promise<Assistant> {
  const env = Object.fromEntries(Object.entries(ENV).filter((pair): pair is [string, string] => pair[1] !== undefined));
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [BIN, "mcp", ...args],
    cwd: root,
    env,
    stderr: "pipe",
  });
  const said: string[] = [];
  transport.stderr?.on("data", (data: Buffer) => said.push(data.toString()));
  const client = new Client(
    { name: "tests", version: "1.0.0" },
    mode === undefined ? {} : { versionNegotiation: { mode } },
  );
  await client.connect(transport);
  onTestFinished(() => client.close());
  const ask = async (tool: string, given: Record<string, unknown> = {}): Promise<Answered> => {
    const result = await client.callTool({ name: tool, arguments: given });
    const [content] = result.content as { type: string; text: string }[];
    return {
      isError: result.isError === true,
      text: content?.text ?? "",
      value: (result.structuredContent ?? {}) as Record<string, unknown>,
    };
  };
  return {
    client,
    ask,
    async get(tool, given) {
      const { isError, text, value } = await ask(tool, given);
      if (isError) throw new Error(`${tool} was refused: ${text}`);
      return value;
    },
    async refused(tool, given) {
      const { isError, text } = await ask(tool, given);
      if (!isError) throw new Error(`${tool} was not refused: ${text}`);
      return text;
    },
    stderr: () => said.join(""),
  };
}
