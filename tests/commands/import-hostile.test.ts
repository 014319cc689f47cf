import { spawnSync } from "node:child_process";
import { mkdirSync, openSync, symlinkSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { hostileZip } from "../support/hostile-zip.ts";
import { wordDocument, wordParts } from "../support/word.ts";

interface File {
  file: string;
  why: string | null;
  created: string[];
}
const files = (report: unknown): File[] => (report as { files: File[] }).files;
const NOTE = "The pager rang at night. I drove in with Dana, and we lost 3 hours.\n";

describe("a hostile zip", () => {
  test("has its good notes in, each bad file named with why, and nothing lands outside the bank's stories", async () => {
    const bank = createBank({
      "in/x.zip": hostileZip([
        { name: "good.md", text: NOTE },
        { name: "../../escaped.md", text: NOTE },
        { name: "/tmp/absolute.md", text: NOTE },
        { name: "link.md", text: "/etc/passwd", mode: 0o120777 },
        { name: "secret.md", text: NOTE, flags: 1 },
        { name: "good.md", text: "Another of its name was here, and I lost it.\n" },
        { name: "broken.md", text: NOTE.repeat(20), isDamaged: true },
        { name: "liar.md", text: "0".repeat(2_000_000), saidSize: 10 },
        { name: "huge.md", text: "x", saidSize: 4_000_000_000 },
      ]),
    });
    const before = bank.files();
    const made = files(await bank.json("import in/x.zip --yes"));
    expect(made.map(({ file, why, created }) => [file.slice(9), why, created])).toEqual([
      ["good.md", null, ["good"]],
      ["../../escaped.md", "its path leads out of the zip", []],
      ["/tmp/absolute.md", "its path leads out of the zip", []],
      ["link.md", "it is a link", []],
      ["secret.md", "it has a password", []],
      ["good.md", "another file of the zip has its name", []],
      ["broken.md", "it is damaged", []],
      ["liar.md", "it is damaged", []],
      ["huge.md", "it is larger than 5 MB", []],
    ]);
    expect((await bank.run("import in/x.zip --yes")).code).toBe(1);
    expect(bank.files()).toEqual([...before, "stories/good.md"].sort());
  });

  test("that says it holds more than any bank is refused as a whole, before anything is unpacked", async () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ name: `${n}.md`, text: NOTE, saidSize: 4_999_999 }));
    const bank = createBank({ "bomb.zip": hostileZip(many) });
    expect(await bank.run("import bomb.zip --yes")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: bomb.zip unpacks to more than 1 GB of text, so it was left alone.\nUnpack it yourself, and import the folder with your notes.\n",
    });
  });

  test.each<[string, string | Uint8Array, number, string]>([
    ["UTF-8, marked", "la-panne-été.md", 0x800, "la-panne-été.md"],
    ["UTF-8, not marked, as a Mac packs it", "la-panne-e\u0301te\u0301.md", 0, "la-panne-été.md"],
    [
      "code page 437",
      Uint8Array.from([...strToU8("la-panne-"), 0x82, 0x74, 0x82, 0x2e, 0x6d, 0x64]),
      0,
      "la-panne-été.md",
    ],
  ])("names in %s are read", async (_, name, flags, shown) => {
    const bank = createBank({ "x.zip": hostileZip([{ name, text: NOTE, flags }]) });
    expect(files(await bank.json("import x.zip --yes"))).toMatchObject([
      { file: `x.zip/${shown}`, created: ["la-panne-ete"] },
    ]);
  });

  test("names with control codes reach the terminal escaped", async () => {
    const bank = createBank({ "x.zip": hostileZip([{ name: "a\u001b]0;x\u0007.md", text: NOTE, flags: 0x800 }]) });
    expect((await bank.run("import x.zip --yes")).stdout).toContain("a\\u{1b}]0;x\\u{07}.md  story");
  });

  test("Notion's zip in a zip is opened, a third one is not", async () => {
    const inner = zipSync({ "Page.md": strToU8(NOTE), "deeper.zip": zipSync({ "x.md": strToU8(NOTE) }) });
    const bank = createBank({ "Export.zip": zipSync({ "Export-Part-1.zip": inner }) });
    const made = files(await bank.json("import Export.zip --yes"));
    expect(made.map(({ created, why }) => created[0] ?? why)).toEqual([
      "page",
      "it is a zip; it comes in by its own name",
    ]);
  });
});

describe("files that can't be read", () => {
  const broken = { ...wordParts(["x"]), "word/document.xml": strToU8("<w:document><w:body><w:p>") };
  const bomb = hostileZip([
    ...Object.entries(wordParts([NOTE])).map(([name, text]) => ({ name, text: text as Uint8Array })),
    { name: "word/footnotes.xml", text: "x", saidSize: 3_000_000_000 },
  ]);
  test.each<[string, string | Uint8Array, string]>([
    ["cut.docx", wordDocument([NOTE]).subarray(0, 900), "is no Word document that can be read; it may be broken."],
    ["broken.docx", zipSync(broken), "is no Word document that can be read; it may be broken."],
    ["bomb.docx", bomb, "is no Word document that can be read; it may be broken."],
    ["text.docx", "just text", "is no Word document that can be read; it may be broken."],
    [
      "old.doc",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "is an old Word file, or one with a password.",
    ],
    [
      "locked.docx",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "is an old Word file, or one with a password.",
    ],
    ["note.rtf", "{\\rtf1 x}", "is rich text (RTF)."],
    ["scan.pdf", "%PDF-1.7", "is a PDF, which has lost where its paragraphs end."],
    ["write.odt", zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<x/>") }), "is an OpenDocument file."],
    ["bytes.md", Uint8Array.from([0x41, 0, 0x42]), "is no text."],
    ["deep.html", `<html>${"<div>".repeat(1_000)}x`, "is HTML that can't be read."],
    ["empty.md", "", "is empty."],
    ["tags.md", "---\na: 1\na: 2\n---\n\nWe lost it.\n", "was not imported:"],
    ["form.md", "# {{title}}\n\nWe lost it.\n", "is a template: it has places that a program fills."],
  ])("%s is refused in a sentence when it is named, and left out of a folder", async (name, content, sentence) => {
    const bank = createBank({ [`in/${name}`]: content, "in/good.md": NOTE });
    const before = bank.files();
    const named = await bank.run(`import in/${name}`);
    expect(named).toMatchObject({ code: 2, stdout: "" });
    expect(named.stderr).toMatch(new RegExp(`^storybank: in/${name.replace(".", "\\.")} .*\\n.+\\n$`));
    expect(named.stderr).toContain(`in/${name} ${sentence}`);
    expect(bank.files()).toEqual(before);
    const made = files(await bank.json("import in --yes"));
    expect(made.find(({ file }) => file === `in/${name}`)?.why).toBeTruthy();
    expect(bank.files("stories")).toEqual(["stories/good.md"]);
  });

  test("files of 100 MB are refused by their size, unread", async () => {
    const bank = createBank({ "in/good.md": NOTE });
    for (const name of ["big.md", "big.docx", "big.html"]) {
      const file = join(bank.root, "in", name);
      writeSync(openSync(file, "w"), "# A night\n");
      truncateSync(file, 100_000_000);
      expect(await bank.run(`import in/${name}`)).toMatchObject({
        code: 2,
        stdout: "",
        stderr: expect.stringMatching(/larger than (?:5|50) MB\./),
      });
    }
    const made = files(await bank.json("import in --yes"));
    expect(made.map(({ why }) => why)).toEqual([
      "it is larger than 50 MB",
      "it is larger than 5 MB",
      "it is larger than 5 MB",
      null,
    ]);
  });

  test("links, loops and pipes of a folder are named and not followed", async () => {
    const bank = createBank({ "in/good.md": NOTE, "out/other.md": NOTE.replace("Dana", "Mei") });
    mkdirSync(join(bank.root, "in/loop"));
    symlinkSync("../../in", join(bank.root, "in/loop/again"));
    symlinkSync("../out/other.md", join(bank.root, "in/other.md"));
    symlinkSync("nowhere", join(bank.root, "in/dangling.md"));
    spawnSync("mkfifo", [join(bank.root, "in/pipe.md")]);
    const made = files(await bank.json("import in --yes"));
    expect(made.map(({ file, why }) => [file, why])).toEqual([
      ["in/dangling.md", "it is a link, and links in a folder are not followed"],
      ["in/good.md", null],
      ["in/loop/again", "it is a link, and links in a folder are not followed"],
      ["in/other.md", "it is a link, and links in a folder are not followed"],
      ["in/pipe.md", "it is a FIFO, not a file"],
    ]);
    expect(bank.files("stories")).toEqual(["stories/good.md"]);
  });
});
