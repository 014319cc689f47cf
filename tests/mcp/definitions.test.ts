import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startAssistant } from "../support/assistant.ts";
import { createSampleBank, PROJECT } from "../support/bank.ts";

const ALL = ["search", "read", "week", "hooks", "draft", "check", "save_post", "record", "add_story"];

/** JSON with English in it has about four characters a token with the usual tokenizers; 3 counts too many rather than too few. */
const CHARACTERS_PER_TOKEN = 3;

describe("what a client is offered", () => {
  test("nine tools, whose definitions take less than 3,000 tokens together", async () => {
    const { client } = await startAssistant(createSampleBank().root);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(ALL);
    const characters = JSON.stringify(tools).length + (client.getInstructions() ?? "").length;
    expect(characters / CHARACTERS_PER_TOKEN).toBeLessThan(3000);
    for (const { description, inputSchema, annotations } of tools) {
      expect(inputSchema.additionalProperties).toBe(false);
      expect((description ?? "").length).toBeLessThan(250);
      expect(annotations?.openWorldHint).toBe(false);
    }
    const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name);
    expect(writing).toEqual(["draft", "save_post", "record", "add_story"]);
  });

  test("--read-only leaves out what writes", async () => {
    const bank = createSampleBank();
    const { client, ask, get } = await startAssistant(bank.root, { args: ["--read-only"] });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["search", "read", "week", "hooks", "draft", "check"]);
    const draft = tools.find(({ name }) => name === "draft");
    expect(Object.keys(draft?.inputSchema.properties ?? {})).not.toContain("write");
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    const before = bank.files("");
    expect((await ask("draft", { story: "the-monolith-invoice", write: true })).isError).toBe(true);
    await expect(ask("add_story", { title: "New", body: "It was so." })).rejects.toThrow(/add_story/);
    expect(await get("draft", { story: "the-monolith-invoice" })).toMatchObject({ written: false });
    const { messages } = await client.getPrompt({
      name: "write-post",
      arguments: { story: "the-monolith-invoice" },
    });
    expect(JSON.stringify(messages)).toContain("nothing can be saved from here");
    expect(bank.files("")).toEqual(before);
  });

  test("the newest protocol and the older one are both spoken", async () => {
    const bank = createSampleBank();
    const newest = await startAssistant(bank.root, { mode: "auto" });
    const older = await startAssistant(bank.root);
    const answers = await Promise.all([newest, older].map(({ get }) => get("read", { id: "the-monolith-invoice" })));
    expect(answers[0]).toEqual(answers[1]);
    expect(newest.client.getNegotiatedProtocolVersion()).toBe("2026-07-28");
    expect(older.client.getNegotiatedProtocolVersion()).toBe("2025-11-25");
  });

  test("docs/assistants.md tells of every tool and prompt, and of nothing else", async () => {
    const page = readFileSync(join(PROJECT, "docs", "assistants.md"), "utf8");
    const told = [...page.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name);
    expect(told).toEqual(ALL);
    const { client } = await startAssistant(createSampleBank().root);
    for (const { name } of (await client.listPrompts()).prompts) expect(page).toContain(`\`${name}\``);
  });
});
