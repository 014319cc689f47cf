import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { replacePrivateNames } from "../../src/post/aliases.ts";
import { findPrivateNames } from "../../src/post/private-names.ts";

const NAMES = [
  { name: "Ubisoft", alias: "a game studio" },
  { name: "Acme", alias: "a client" },
  { name: "Acme Corp", alias: "an old retail client" },
  { name: "Société Générale", alias: "a bank" },
  { name: "Meta", alias: "the network" },
  { name: "Jones", alias: null },
  { name: "Øystein Strauß", alias: "a founder" },
  { name: "Müller", alias: "a manager" },
  { name: "O'Neil & Sons", alias: "a shop" },
];

describe("what draft writes instead of a private name", () => {
  test.each([
    ["I worked at Ubisoft.", "I worked at a game studio."],
    ["Ubisoft was late. UBISOFT was big.", "A game studio was late. A game studio was big."],
    ["“Ubisoft called.”", "“A game studio called.”"],
    ["• Ubisoft paid\n• and ubisoft won", "• A game studio paid\n• and a game studio won"],
    ["Ubisoft's pipeline, Ubisoft’s people", "A game studio's pipeline, a game studio’s people"],
    ["Other Ubisofts do it", "Other game studios do it"],
    ["the Ubisoft team and our Ubisoft office", "the game studio team and our game studio office"],
    ["with an Ubisoft engineer", "with a game studio engineer"],
    ["An Ubisoft engineer came.", "A game studio engineer came."],
    [
      "Acme Corp and Acme-Corp and AcmeCorp, not Acme",
      "An old retail client and an old retail client and an old retail client, not a client",
    ],
    ["SOCIETE GENERALE said so; société générale too", "A bank said so; a bank too"],
    ["Metal, metadata and Meta", "Metal, metadata and the network"],
    ["the Meta campus", "the network campus"],
    ["#Ubisoft #UbisoftStories #Other", "#GameStudio #GameStudio #Other"],
    ["See https://ubisoft.com/jobs", "See https://ubisoft.com/jobs"],
    ["ØYSTEIN Strauss and Oystein Strauß", "A founder and a founder"],
    ["Mueller and Müller", "A manager and a manager"],
    ["ONeil & Sons, O’Neil and Sons, #ONeilAndSons", "A shop, a shop, #Shop"],
    ["𝗔𝗰𝗺𝗲 𝗖𝗼𝗿𝗽 and acme_corp", "An old retail client and an old retail client"],
    ["Acme Corps' problem", "Old retail clients' problem"],
    ["The old Ubisoft server", "The old game studio server"],
    ["He said: “Ubisoft queues.”", "He said: “A game studio queues.”"],
    ["#Metallurgy and $Meta", "#Metallurgy and $Meta"],
    ["O'Neil und Sons", "A shop"],
    [
      "his other former Ubisoft office, Anna's Ubisoft job",
      "his other former game studio office, Anna's game studio job",
    ],
    ["Mr Jones stays for check to find", "Mr Jones stays for check to find"],
  ])("%s", (text, told) => {
    expect(replacePrivateNames(text, NAMES)).toBe(told);
  });
});

test("after replacing, no name with an alias is left outside of addresses, and no text makes it fail", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "Ubisoft",
      "ubisoft's",
      "the",
      "an",
      "Acme",
      "corp",
      "Société",
      "GENERALE",
      "Meta",
      "word.",
      "\n",
      "“",
    ),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const told = replacePrivateNames(words.join(" "), NAMES);
      const left = findPrivateNames(
        told,
        NAMES.filter(({ alias }) => alias !== null),
      );
      for (const match of left)
        expect(
          /https?:\/\/|www\.|@|\.(?:com|org|net|io|de|dev|ai)\b/.test(
            told.slice(Math.max(0, match.start - 40), match.end + 40),
          ),
        ).toBe(true);
    }),
    { numRuns: 500 },
  );
});
