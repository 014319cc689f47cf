import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hiderOf } from "../../src/post/hide-private-names.ts";
import { hasPrivateName } from "../../src/post/joined-names.ts";
import { findPrivateNames } from "../../src/post/private-names.ts";
import { createBank, createSampleBank, type TestBank } from "../support/bank.ts";
import { BIN, ENV } from "../support/binary.ts";
import { OUTAGE } from "../support/fixtures.ts";

const pagesOf = (bank: TestBank, folder = "site"): string[] =>
  bank.files(folder).filter((file) => file.endsWith(".html"));

describe("export --html", () => {
  test("writes every page, with links that lead to files", async () => {
    const bank = createSampleBank();
    await bank.run("week 1 --fill");
    const { code, stdout, stderr } = await bank.run("export --html site");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe("Wrote 20 files into site. Open site/index.html\n");
    let links = 0;
    for (const page of pagesOf(bank)) {
      const html = bank.read(page);
      expect(html).not.toMatch(/data-live|(?:href|src)="\//);
      for (const [, href = ""] of html.matchAll(/(?:href|src)="([^"#]+)/g)) {
        if (/^https?:/.test(href)) continue;
        links++;
        expect([page, href, existsSync(join(bank.root, page, "..", decodeURIComponent(href)))]).toEqual([
          page,
          href,
          true,
        ]);
      }
    }
    expect(links).toBeGreaterThan(100);
  });

  test("the first page is this week where it has something, else the last one that has", async () => {
    const bank = createSampleBank();
    await bank.run("export --html a", { today: "2025-01-08" });
    await bank.run("export --html b", { today: "2026-11-22" });
    expect(bank.read("a/index.html")).toContain("<title>Week 1: ");
    expect(bank.read("b/index.html")).toContain("<title>Week 2");
  });

  test("leaves out private names, wherever they stand, and confidential stories with their posts", async () => {
    const bank = createBank({
      "storybank.yaml":
        "version: 1\nauthor: Kim of Zyxcorp\ncalendar:\n  start: 2025-01-06\n  slots:\n    tuesday:\n      series: Zyxcorp Tuesdays\nprivate:\n  Zyxcorp: a retail client\n  Quorvex: null\n",
      "stories/zyxcorp-outage.md": OUTAGE.replace("title: The Night", "title: Zyxcorp and the Night")
        .replace("hook:", "angle: For Quorvex\nfacts:\n  cause: Zyxcorp's pager\nhook:")
        .replace("tags: [ops]", "tags: [ops, zyxcorp, quorvex-cloud]")
        .replace("12 engineers", "12 engineers of ZYXCORP, Quorvex's rival, see https://zyxcorp.example/a,"),
      "stories/secret.md": OUTAGE.replace("mood: grim", "confidential: true").replace("The Night", "The Secret Night"),
      "posts/about-zyxcorp.md":
        "---\ntitle: Zyxcorp's night\nstory: zyxcorp-outage\nweek: 1\nday: tuesday\ndate: 2025-01-07\nhashtags: [ZyxcorpRocks]\nurl: https://example.com/zyxcorp\n---\nAt Zyxcorp we paid Quorvex $2M.\n\n#ZyxcorpRocks #QuorvexCloud\n",
      "posts/secret.md": "---\ntitle: A secret\nstory: secret\nweek: 1\n---\nWhisper.\n",
      "weeks/week-01.md": "---\nweek: 1\ntheme: The Quorvex years\n---\nFor Zyxcorp.\n",
      "templates/hooks/quorvex.md": "---\nname: quorvex special\nangle: Zyxcorp\n---\nQuorvex told us so.\n",
    });
    const { code, stderr } = await bank.run("export --html site");
    expect(code).toBe(0);
    expect(stderr).toBe("Left out, since they are confidential: 2 stories and posts.\n");
    for (const file of bank.files("site")) {
      expect(file).not.toMatch(/zyxcorp|quorvex|secret/i);
      expect([file, /zyxcorp|quorvex|secret/i.exec(bank.read(file))?.[0]]).toEqual([file, undefined]);
    }
    const story = bank.read("site/stories/hidden-1.html");
    expect(story).toContain("A retail client and the Night the Pager Won");
    expect(story).toContain('href="../posts/hidden-2.html"');
    expect(bank.read("site/posts/hidden-2.html")).toContain("At a retail client we paid (private)");
    // The bank itself is as it was.
    expect(bank.read("posts/about-zyxcorp.md")).toContain("At Zyxcorp we paid Quorvex");
  });

  test("leaves out names that markup parts, and those in keys of the front matter that hold no such words", async () => {
    const bank = createBank({
      "storybank.yaml": "version: 1\ncalendar:\n  start: 2025-01-06\nprivate: [Zyxcorp Ltd, Quorvex]\n",
      "stories/open.md": OUTAGE.replace(
        "hook:",
        "facts:\n  platform: Quorvex Cloud\n  time: Quorvex o'clock\nhook:",
      ).replace(
        "Two years ago",
        "At Zyxcorp **Ltd** and Zyxcorp&nbsp;Ltd and Quor&#118;ex and *Quor*vex and [Quorvex](https://e.com/Quor%76ex)\n> Zyxcorp\n> Ltd\n\nZyxcorp\\\nLtd, two years ago",
      ),
      "posts/other.md":
        "---\ntitle: Other\nstory: open\ndate: when Quorvex signs\ntime: after Quorvex\nplatform: quorvex\nstatus: published\n---\nAt Zyxcorp **Ltd** we met *Quorvex*.\nZyxcorp\nLtd paid.\n",
      "weeks/week-01.md": '---\nweek: 1\ntheme: "The\n  Quorvex years"\n---\n',
      "templates/hooks/own.md":
        '---\nangle: "of\n  Quorvex"\n---\nWe bet the company on {{ platform }} at {{ time }}.\n',
    });
    const { code, stderr } = await bank.run("export --html site");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const page of pagesOf(bank)) {
      const text = bank
        .read(page)
        .replace(/<[^>]*>/g, (tag) => (/^<\/?(?:a|em|strong|mark|span|bdi)\b/.test(tag) ? "" : "\n"));
      expect([
        page,
        /zyxcorp[\s\u00a0]*ltd|quorvex/i.exec(
          text + decodeURIComponent(bank.read(page).replace(/%(?![0-9a-f]{2})/gi, "")),
        )?.[0],
      ]).toEqual([page, undefined]);
    }
  });

  test("what can't be read may be confidential, so the posts that tell it are left out", async () => {
    const bank = createBank({
      "stories/broken.md": "---\ntitle: A\ntitle: B\nconfidential: true\n---\nText.\n",
      "stories/yes.md": OUTAGE.replace("mood: grim", "confidential: Yes"),
      "posts/a.md": "---\ntitle: A\nstory: broken\n---\nWhisper.\n",
      "posts/b.md": "---\ntitle: B\nstory: yes\n---\nWhisper.\n",
    });
    expect((await bank.run("export --html site")).stderr).toContain(
      "Left out, since they are confidential: 3 stories and posts.",
    );
    for (const file of bank.files("site")) expect(bank.read(file)).not.toContain("Whisper");
  });

  test("a hidden id takes no other's name, and one that is too long for a page gets a short one", async () => {
    const long = "l".repeat(251);
    const bank = createBank({
      "storybank.yaml": "version: 1\nprivate: [Quorvex]\n",
      "stories/hidden-1.md": OUTAGE.replace("The Night", "Another Night"),
      "stories/quorvex-one.md": OUTAGE,
      [`stories/${long}.md`]: OUTAGE.replace("The Night", "A Long Night"),
    });
    const { code } = await bank.run("export --html site");
    expect(code).toBe(0);
    expect(bank.read("site/stories/hidden-1.html")).toContain("Another Night");
    expect(bank.files("site/stories")).toEqual([
      "site/stories/hidden-1.html",
      "site/stories/hidden-2.html",
      "site/stories/hidden-3.html",
    ]);
  });

  test("Ctrl-C ends it, and leaves nothing behind", async () => {
    const bank = createBank(Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`stories/s${n}.md`, OUTAGE])));
    const child = spawn(process.execPath, [BIN, "export", "--html", "site"], {
      cwd: bank.root,
      env: ENV,
      stdio: "ignore",
    });
    while (!existsSync(join(bank.root, "site"))) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(130);
    expect(existsSync(join(bank.root, "site"))).toBe(false);
  });

  test("writes them when it is asked to, and says so", async () => {
    const bank = createBank({
      "storybank.yaml": "version: 1\nprivate: [Zyxcorp]\n",
      "stories/zyxcorp.md": OUTAGE.replace("mood: grim", "confidential: true"),
    });
    const { stderr } = await bank.run("export --html site --with-private");
    expect(stderr).toBe("Private names and confidential stories are in it.\n");
    expect(bank.exists("site/stories/zyxcorp.html")).toBe(true);
  });

  test("never writes into a folder that has something in it", async () => {
    const bank = createSampleBank();
    mkdirSync(join(bank.root, "site"));
    writeFileSync(join(bank.root, "site", "mine.txt"), "mine");
    writeFileSync(join(bank.root, "file"), "mine");
    for (const folder of ["site", "file"]) {
      const { code, stderr } = await bank.run(`export --html ${folder}`);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: `storybank: ${folder} is there already, and not empty.\nNothing was written; choose another folder, or move that one away.\n`,
      });
    }
    expect(bank.files("site")).toEqual(["site/mine.txt"]);
    expect(bank.files("").filter((file) => file.endsWith(".tmp"))).toEqual([]);
    mkdirSync(join(bank.root, "empty"));
    expect((await bank.run("export --html empty")).code).toBe(0);
  });

  test.each([
    ["export --html a --csv", "--csv and --html are 2 exports."],
    ["export --html a --week 1", "--html writes all pages into its own folder."],
    ["export --html a --out b", "--html writes all pages into its own folder."],
    ["export --with-private --week 1", "--with-private is for --html."],
  ])("%s is refused", async (command, message) => {
    const bank = createSampleBank();
    const { code, stderr } = await bank.run(command);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(bank.exists("a")).toBe(false);
  });
});

describe("hiding private names", () => {
  const NAMES = [
    { name: "Acme Corp", alias: "a retail client" },
    { name: "Müller & Söhne", alias: null },
    { name: "Quorvex", alias: null },
  ];
  const hide = hiderOf(NAMES);

  test.each([
    ["We left Acme Corp in May.", "We left a retail client in May."],
    ["We left Quorvex in May.", "We left (private) in May."],
    ["See https://acmecorp.example/x.", "See (private)"],
    ["mail kim@quorvex.example now", "mail (private) now"],
    ["QuorvexCloud and quorvex_prod", "(private) and (private)_prod"],
    ["Mueller und Soehne paid.", "(private) paid."],
    ["Nobody is named.", "Nobody is named."],
  ])("%s", (text, hidden) => {
    expect(hide(text)).toBe(hidden);
  });

  test("leaves none of them, wherever it stands", () => {
    const word = fc.constantFrom(
      "Acme Corp",
      "ACME-CORP",
      "acme_corp",
      "acmecorp.com",
      "#AcmeCorp",
      "Acme Corps",
      "Acme Corp's",
      "Quorvex",
      "quorvex’s",
      "QuorvexLabs",
      "Müller & Söhne",
      "mueller und soehne",
      "we",
      "paid",
      "$2M",
      ".",
      ",",
      "(",
      ")",
      "\n",
      "https://x.io/",
      "“",
      "”",
      "/",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom("", " ", "  ", "-")), { maxLength: 12 }), (parts) => {
        const shown = hide(parts.map(([text, gap]) => text + gap).join(""));
        expect(findPrivateNames(shown, NAMES)).toEqual([]);
        for (const token of shown.split(/[\s"'()[\]{}<>]+/))
          for (const name of NAMES) expect([token, hasPrivateName(token, name)]).toEqual([token, false]);
      }),
    );
  });
});
