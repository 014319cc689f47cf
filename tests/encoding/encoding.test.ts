import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeDocument } from "../../src/encoding/decode.ts";
import { repairEncoding } from "../../src/encoding/repair.ts";
import { TABLES } from "../../src/encoding/tables.ts";

/** Reads a text's UTF-8 in another encoding, as careless programs do. */
function damage(text: string, encoding: "windows-1252" | "macintosh" | "latin1"): string {
  const bytes = new TextEncoder().encode(text);
  if (encoding === "latin1") return Buffer.from(bytes).toString("latin1");
  const letters = new Map([...TABLES[encoding]].map(([letter, byte]) => [byte, letter]));
  if (encoding === "macintosh") letters.set(0xdb, "€").set(0xbd, "Ω");
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (letters.get(byte) ?? ""))).join("");
}

const ENCODINGS = ["windows-1252", "macintosh", "latin1"] as const;

describe("what merely looks like damage is never touched", () => {
  test.each([
    "São Paulo",
    "√2 and √π, ¬A, x ≈ 3, ƒ(x)",
    "‚Gänsefüßchen‘ und „Über“",
    "« ça »",
    "«\u00a0voilà\u00a0»",
    "MANHÃ… e IRMÔ ou “MAÇÔ",
    "É… quoi ?",
    "« CAFÉ» et « café\u00a0»",
    "NATÜRLICH „Ä“ und „Ö“, Spaß…",
    "Fuß“ – ok",
    "l’été d’être à l’école",
    "“à la carte” ‘été’",
    "naïve Æsir, Ærø, Þór",
    "日本語とEnglish",
    "Привет, мир",
    "5→50 — “fine” 🔥 ⚠️ 👨‍💻",
    "Ça va – été…",
    "œuvre, cœur, Œdipe",
    "†‡•§¶",
    "Đà Nẵng, Việt Nam",
    "½ ¼ ² ° © ®",
    "20 °C ± 1",
    "¡Olé! ¿Qué?",
    "Ã",
    "Â",
    "voilâ…»",
  ])("%s", (text) => {
    expect(repairEncoding(text)).toEqual({ text, encodings: [], places: 0 });
  });
});

describe("damage is repaired", () => {
  const texts = [
    "codeâ€™s",
    "it—s",
    "5→50",
    "🔥 **STORY 1**",
    "⚠️ careful",
    "“quoted” and ‘single’…",
    "naïve café, São Paulo, Malmö",
    "Zażółć gęślą jaźń",
    "£5 – €6 ± 2 °C ©",
    "Привет, мир и все",
    "Ελληνικά γράμματα",
    "日本語のテキスト",
    "👨‍💻 at 3 AM",
    "è vero: perché no?",
    "Đà Nẵng đẹp lắm",
    "½ the price ≈ 3×",
    "Straße, Übermut, Äpfel — schön",
    "• bullet\n✓ done ✅",
  ].filter((text) => !text.includes("â€"));
  for (const encoding of ENCODINGS) {
    test.each(texts)(`${encoding}: %s`, (text) => {
      const once = damage(text, encoding);
      expect(once).not.toBe(text);
      expect(repairEncoding(once).text).toBe(text);
      expect(repairEncoding(damage(once, encoding)).text).toBe(text);
    });
  }

  test("in places, beside text that is whole", () => {
    const { text, places, encodings } = repairEncoding(
      `Sound — and ${damage("broken — twice → over", "macintosh")}, São Paulo, ${damage("🎯", "windows-1252")}`,
    );
    expect(text).toBe("Sound — and broken — twice → over, São Paulo, 🎯");
    expect(places).toBe(3);
    expect(encodings).toEqual(["macintosh", "windows-1252"]);
  });

  test("bytes that got lost on the way can still be told", () => {
    expect(repairEncoding("â€œquotedâ€ and â€œmoreâ€\uFFFD.").text).toBe("“quoted” and “more”.");
    expect(repairEncoding("üî• hot").text).toBe("🔥 hot");
  });
});

test("damage of generated text repairs to the text, and repairing twice changes nothing", () => {
  const piece = fc.constantFrom(
    "word ",
    "Tuesday: ",
    "café ",
    "São Paulo ",
    "schön ",
    "5→50 ",
    "— ",
    "“so” ",
    "it’s ",
    "🔥 ",
    "⚡ ",
    "€5 ",
    "… ",
    "1. ",
    "\n",
    "- **Total**: $2.4M\n",
    "Łódź ",
    "naïve ",
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => `${pieces.join("")}— end`);
  fc.assert(
    fc.property(text, fc.constantFrom(...ENCODINGS), fc.boolean(), (whole, encoding, twice) => {
      const broken = twice ? damage(damage(whole, encoding), encoding) : damage(whole, encoding);
      expect(repairEncoding(broken).text).toBe(whole);
      expect(repairEncoding(whole).text).toBe(whole);
    }),
    { numRuns: 1000 },
  );
});

test("repair of anything at all is idempotent", () => {
  const letters = [...TABLES["windows-1252"].keys(), ...TABLES.macintosh.keys(), "a", " ", "B"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 40 }), (characters) => {
      const { text } = repairEncoding(characters.join(""));
      expect(repairEncoding(text)).toEqual({ text, encodings: [], places: 0 });
    }),
    { numRuns: 3000 },
  );
});

test("files that are not UTF-8 are read as Windows-1252 or UTF-16, and line ends become line feeds", () => {
  expect(decodeDocument(iconv.encode("café – “x”\r\n", "windows-1252"))).toEqual({
    text: "café – “x”\n",
    from: "windows-1252",
    repaired: 0,
    wasNotUtf8: true,
  });
  expect(decodeDocument(Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode("é\n", "utf-16le")]))).toEqual({
    text: "é\n",
    from: "utf-16le",
    repaired: 0,
    wasNotUtf8: true,
  });
  expect(decodeDocument(Buffer.from("\uFEFFplain\n"))).toEqual({
    text: "plain\n",
    from: "utf-8",
    repaired: 0,
    wasNotUtf8: false,
  });
});
