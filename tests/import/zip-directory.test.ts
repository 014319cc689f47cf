import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { leadsOut, readZipDirectory } from "../../src/import/zip-directory.ts";
import { openZip } from "../../src/jobs/open-zip.ts";

test("what was packed comes out, whatever it is and however it was packed", () => {
  const name = fc.stringMatching(/^[A-Za-z0-9äé 字_-]{1,20}$/).filter((each) => each.trim() === each);
  const file = fc.record({ name, bytes: fc.uint8Array({ maxLength: 300 }), level: fc.constantFrom(0, 6, 9) });
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: (each) => each.name.normalize("NFC"), maxLength: 8 }), (files) => {
      const packed: Zippable = Object.fromEntries(
        files.map(({ name: own, bytes, level }) => [`f/${own}`, [bytes, { level: level as 0 | 6 | 9 }]]),
      );
      const read = openZip(zipSync(packed))?.entries.map((entry) => [entry.name, Uint8Array.from(entry.read() ?? [])]);
      expect(new Map(read as [string, Uint8Array][])).toEqual(
        new Map(files.map(({ name: own, bytes }) => [`f/${own}`.normalize("NFC"), bytes])),
      );
    }),
    { numRuns: 60 },
  );
});

test("a zip with any byte changed is read without a crash, and never gives bytes that were not packed", () => {
  const text = strToU8("The pager rang at night, and I drove in. ".repeat(20));
  const zip = zipSync({ "a.md": text, "b.md": [text, { level: 0 }] });
  fc.assert(
    fc.property(fc.nat(zip.length - 1), fc.nat(255), (at, byte) => {
      const damaged = zip.slice();
      damaged[at] = byte;
      for (const entry of openZip(damaged)?.entries ?? []) {
        const read = entry.read();
        if (read !== null && read.length > 0) expect(Uint8Array.from(read)).toEqual(text);
      }
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["a/b.md", false],
  ["a/..b/c.md", false],
  ["../b.md", true],
  ["a/../../b.md", true],
  ["/etc/passwd", true],
  ["C:/b.md", true],
])("%s leads out: %s", (name, leads) => expect(leadsOut(name)).toBe(leads));

test("any bytes are a zip or none", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readZipDirectory(bytes)));
});
