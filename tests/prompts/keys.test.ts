import { describe, expect, test } from "vitest";
import { createKeyReader, joinPastes, type Key } from "../../src/prompts/keys.ts";

const text = (written: string): Key => ({ kind: "text", text: written });
const paste = (written: string): Key => ({ kind: "paste", text: written });

/** What is read from chunks, pieces of one text or paste put together. */
function readAll(chunks: readonly (string | Buffer)[]): Key[] {
  const reader = createKeyReader();
  const keys: Key[] = [];
  for (const key of chunks.flatMap((chunk) => reader.read(Buffer.from(chunk as string)))) {
    const last = keys.at(-1);
    if (key.kind !== "key" && last?.kind === key.kind) keys[keys.length - 1] = { ...last, text: last.text + key.text };
    else keys.push(key);
  }
  return keys;
}

describe("keys", () => {
  test.each<[string, string, string]>([
    ["Enter", "\r", "enter"],
    ["Enter of a terminal that sends both", "\r\n", "enter"],
    ["Alt-Enter", "\u001b\r", "line-break"],
    ["an arrow", "\u001b[D", "left"],
    ["an arrow in application mode", "\u001bOD", "left"],
    ["Ctrl and an arrow", "\u001b[1;5D", "word-left"],
    ["Ctrl-C", "\u0003", "cancel"],
    ["backspace", "\u007f", "backspace"],
    ["a key that means nothing", "\u001b[24~", "unknown"],
    ["a key of the Linux console", "\u001b[[A", "unknown"],
  ])("%s is one key", (_, raw, name) => {
    expect(readAll([raw])).toEqual([{ kind: "key", name, raw }]);
  });

  const sent = Buffer.from("é\u001b[D\u001b[200~größe\r\n\t👩‍🚒 e\u0301\rEnd\n\u001b[201~夜\r");
  test.each(Array.from({ length: sent.length - 1 }, (_, at) => at + 1))("a chunk may end after byte %d", (at) => {
    expect(readAll([sent.subarray(0, at), sent.subarray(at)])).toEqual([
      text("é"),
      { kind: "key", name: "left", raw: "\u001b[D" },
      paste("größe\n\t👩‍🚒 e\u0301\nEnd\n"),
      text("夜"),
      { kind: "key", name: "enter", raw: "\r" },
    ]);
  });

  test("byte by byte it is the same", () => {
    expect(readAll([...sent].map((byte) => Buffer.from([byte])))).toEqual(readAll([sent]));
  });

  test("an Esc that stays alone cancels, half a sequence is nothing, and a paste is waited for", () => {
    const reader = createKeyReader();
    reader.read(Buffer.from("\u001b"));
    expect(reader.unfinished()).toBe("escape");
    expect(reader.giveUp()).toEqual([{ kind: "key", name: "cancel", raw: "\u001b" }]);
    reader.read(Buffer.from("\u001b[20"));
    expect(reader.unfinished()).toBe("sequence");
    expect(reader.giveUp()).toEqual([]);
    reader.read(Buffer.from("\u001b[200~a\u001b[20"));
    expect(reader.unfinished()).toBeNull();
    expect(reader.read(Buffer.from("1~"))).toEqual([]);
    expect(reader.read(Buffer.from("b"))).toEqual([text("b")]);
  });

  test("Ctrl-C ends a paste whose end never comes", () => {
    const reader = createKeyReader();
    reader.read(Buffer.from("\u001b[200~a"));
    expect(reader.read(Buffer.from("\u0003"))).toEqual([{ kind: "key", name: "cancel", raw: "\u0003" }]);
  });

  test("a NUL does not come in, since a file with one could not be read", () => {
    expect(readAll(["\u001b[200~a\0b\u001b[201~"])).toEqual([paste("ab")]);
  });
});

describe("pastes without marks", () => {
  const enter = { kind: "key", name: "enter", raw: "\r" };
  test.each<[string, string, unknown[]]>([
    ["one line with Enter is typed", "one\r", [text("one"), enter]],
    ["Enters alone are typed", "\r\r", [enter, enter]],
    ["an Enter twice behind a line is typed", "one\r\r", [text("one"), enter, enter]],
    ["CR", "one\rtwo", [paste("one\ntwo")]],
    ["LF", "one\n\ttwo\n", [paste("one\n\ttwo\n")]],
    ["CRLF", "one\r\n\r\ntwo\r\n", [paste("one\n\ntwo\n")]],
    ["keys in front stay keys", "\u001b[Da\rb", [{ kind: "key", name: "left", raw: "\u001b[D" }, paste("a\nb")]],
  ])("%s", (_, sent, keys) => {
    expect(joinPastes(readAll([sent]))).toEqual(keys);
  });
});
