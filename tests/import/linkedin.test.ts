import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { createBank } from "../support/bank.ts";

const LINK = "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7200000000000000001";
const OTHER = "https://www.linkedin.com/feed/update/urn:li:ugcPost:7200000000000000002";

const SHARES = `\uFEFF${stringify([
  ["Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl"],
  ["2024-03-05 08:30:11 UTC", LINK, "We lost 40 servers.\nNobody knew why &amp; how.\n\n#Ops", "", ""],
  ["2024-03-12 09:00:00", OTHER, "A second post — with café.", "", ""],
  ["2024-03-13 09:00:00", "https://www.linkedin.com/x", "", "https://example.com", ""],
])}`;

test("the member archive: shares and articles become published posts, once", async () => {
  const bank = createBank({
    "archive.zip": zipSync({
      "Shares.csv": strToU8(SHARES),
      "Articles/Articles/one.html": strToU8(
        '<html><head><title>On Pagers</title></head><body><h1><a href="https://www.linkedin.com/pulse/on-pagers">On Pagers</a></h1><p class="published">Published on 2023-05-01 10:00</p><p>A <b>pager</b> rings.</p><ul><li>one</li></ul><script>alert(1)</script></body></html>',
      ),
      "Connections.csv": strToU8("x"),
    }),
  });
  const { files } = await bank.json<{ files: { kind: string; posts: string[]; wordless: number }[] }>(
    "import archive.zip",
  );
  expect(files).toMatchObject([
    {
      kind: "archive",
      posts: ["2024-03-05-we-lost-40-servers", "2024-03-12-a-second-post-with-cafe", "2023-05-01-on-pagers"],
      wordless: 1,
    },
  ]);
  expect(await bank.json("posts")).toMatchObject([
    { id: "2023-05-01-on-pagers", status: "published", url: "https://www.linkedin.com/pulse/on-pagers" },
    {
      id: "2024-03-05-we-lost-40-servers",
      day: "tuesday",
      date: "2024-03-05",
      time: "08:30",
      status: "published",
      url: LINK,
    },
    { id: "2024-03-12-a-second-post-with-cafe" },
  ]);
  expect((await bank.run("render 2024-03-05")).stdout).toBe("We lost 40 servers.\nNobody knew why & how.\n\n#Ops\n");
  expect((await bank.run("render 2023-05-01")).stdout).toBe("A pager rings.\n\n• one\n");
  const before = bank.files();
  expect(await bank.json("import archive.zip")).toMatchObject({ files: [{ posts: [], unchanged: { length: 3 } }] });
  expect(bank.files()).toEqual(before);
});

test("Shares.csv alone, with headers in any case and line breaks between quotes; a dry run; stories of old posts", async () => {
  const broken = stringify([
    ["date", "sharelink", "SHARECOMMENTARY"],
    ["2024-03-05 08:30:11", LINK, 'We lost 40 servers."\n"Nobody knew.'],
  ]);
  const bank = createBank({ "Shares.csv": broken });
  expect((await bank.run("import Shares.csv --dry-run")).stdout).toContain("Nothing was written");
  expect(bank.exists("posts")).toBe(false);
  await bank.run("import Shares.csv");
  expect(bank.read("posts/2024-03-05-we-lost-40-servers.md")).toContain("We lost 40 servers.\nNobody knew.");
  expect(await bank.json("import Shares.csv --as story")).toMatchObject({
    files: [{ created: ["we-lost-40-servers"] }],
  });
  expect(await bank.json("list")).toMatchObject([{ title: "We lost 40 servers", status: "unused" }]);
});

test("content analytics: two lists that rank apart; what is in one only has no value in the other; the unmatched are listed", async () => {
  const cells = (rows: unknown[][]) =>
    rows.map((row) => row.map((value) => (value === null ? null : { value: value as string | number })));
  const workbook = await writeWorkbook([
    {
      sheet: "DISCOVERY",
      data: cells([
        ["Overall Performance", "1/1/2024 - 3/31/2024"],
        ["Impressions", 9000],
      ]),
    },
    {
      sheet: "TOP POSTS",
      data: cells([
        ["Maximum of 50 posts available to include in this list", null, null, null, null, null, null],
        [null, null, null, null, null, null, null],
        ["Post URL", "Post publish date", "Engagements", null, "Post URL", "Post publish date", "Impressions"],
        [
          "https://www.linkedin.com/feed/update/urn:li:share:7200000000000000001",
          "3/5/2024",
          120,
          null,
          OTHER,
          "3/12/2024",
          "4,000",
        ],
        [
          "https://www.linkedin.com/feed/update/urn:li:activity:7299999999999999999",
          "3/6/2024",
          50,
          null,
          "https://www.linkedin.com/feed/update/urn:li:share:7200000000000000001",
          "3/5/2024",
          2400,
        ],
      ]),
    },
  ] as never).toBuffer();
  const bank = createBank({ "Shares.csv": SHARES, "Content_2024-01-01_2024-03-31_Me.xlsx": new Uint8Array(workbook) });
  await bank.run("import Shares.csv");
  const { files } = await bank.json<{ files: { recorded: string[]; unmatched: string[] }[] }>(
    "import Content_2024-01-01_2024-03-31_Me.xlsx",
  );
  expect(files[0]?.recorded.toSorted()).toEqual([
    "2024-03-05-we-lost-40-servers",
    "2024-03-12-a-second-post-with-cafe",
  ]);
  expect(files[0]?.unmatched).toEqual(["https://www.linkedin.com/feed/update/urn:li:activity:7299999999999999999"]);
  expect(await bank.json("record 2024-03-05")).toMatchObject({
    results: { impressions: 2400, engagements: 120, comments: null },
    engagement: 0.05,
    snapshots: [{ at: "2024-03-31" }],
  });
  expect(await bank.json("record 2024-03-12")).toMatchObject({
    results: { impressions: 4000, engagements: null },
    engagement: null,
  });
  await bank.run([
    "record",
    "2024-03-12",
    "--url",
    "https://www.linkedin.com/feed/update/urn:li:activity:7299999999999999999",
  ]);
  expect(await bank.json("import Content_2024-01-01_2024-03-31_Me.xlsx")).toMatchObject({
    files: [{ unmatched: [], recorded: ["2024-03-12-a-second-post-with-cafe"] }],
  });
});

test("one post's analytics: labels and values", async () => {
  const rows = [
    ["Post URL", OTHER],
    ["Post Date", "Mar 12, 2024"],
    ["Impressions", 5000],
    ["Members reached", "3,100"],
    ["Social engagements", 250],
    ["Reactions", 200],
    ["Comments", 30],
    ["Reposts", 20],
    ["Saves", 11],
  ];
  const workbook = await writeWorkbook(rows.map((row) => row.map((value) => ({ value }))) as never, {
    sheet: "PERFORMANCE",
  }).toBuffer();
  const bank = createBank({
    "Shares.csv": SHARES,
    "PostAnalytics_Me_7200000000000000002.xlsx": new Uint8Array(workbook),
  });
  await bank.run("import Shares.csv");
  await bank.run("import PostAnalytics_Me_7200000000000000002.xlsx", { today: "2024-04-01" });
  expect(await bank.json("record 2024-03-12")).toMatchObject({
    results: { impressions: 5000, reached: 3100, saves: 11 },
    engagement: 0.05,
    snapshots: [{ at: "2024-04-01" }],
  });
});

test("tables, workbooks and archives of others are refused in a sentence", async () => {
  const other = await writeWorkbook([[{ value: "a" }]] as never).toBuffer();
  const bank = createBank({
    "a.csv": "x,y\n1,2\n",
    "b.zip": zipSync({ "x.bin": strToU8("x") }),
    "c.xlsx": new Uint8Array(other),
    "d.zip": strToU8("PK\u0003\u0004 not a zip"),
  });
  for (const file of ["a.csv", "b.zip", "c.xlsx", "d.zip"])
    expect(await bank.run(`import ${file}`)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(file),
    });
});

test("whatever stands in an export, import ends with a sentence and not with a crash", async () => {
  const bank = createBank();
  const cell = fc.oneof(
    fc.constantFrom('"', 'a"b', '"\n"', "2024-03-05 08:30:11", LINK, "&#x110000;", "&#0;", "=1+1", "\0", "**b**"),
    fc.string({ maxLength: 20 }),
  );
  const row = fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(","));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), fc.uint8Array({ maxLength: 40 }), async (rows, bytes) => {
      bank.write("Shares.csv", ["Date,ShareLink,ShareCommentary", ...rows].join("\n"));
      bank.write("x.zip", Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]));
      bank.write("x.xlsx", zipSync({ "xl/workbook.xml": bytes }));
      for (const file of ["Shares.csv", "x.zip", "x.xlsx"]) {
        const { code, stderr } = await bank.run(`import ${file}`);
        expect(`${file} ${code} ${stderr}`).not.toMatch(/a bug in storybank/);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
