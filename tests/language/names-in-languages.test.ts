import { describe, expect, test } from "vitest";
import { findNames } from "../../src/language/names.ts";

describe("names in other languages than English", () => {
  test.each([
    ["Gestern rief Frau Brandauer an, und der Termin war weg.", "Brandauer", "person"],
    ["Wir arbeiten seit drei Jahren mit der Nordwind GmbH zusammen.", "Nordwind GmbH", "company"],
    ["Wir haben unsere Firma Quellhof verkauft.", "Quellhof", "company"],
    ["Hier, madame Delcourtois a dit non.", "Delcourtois", "person"],
    ["Ayer la señora Quirogaz dijo que no.", "Quirogaz", "person"],
    ["Ontem a doutora Queiroga disse que não.", "Queiroga", "person"],
  ])("%s", (text, name, kind) => {
    expect(findNames([text]).flat()).toMatchObject([{ text: name, kind }]);
  });

  test("German nouns with capitals are none", () => {
    expect(findNames(["Der Kunde war nicht da, und die Rechnung ist von der Abteilung."]).flat()).toEqual([]);
  });
});
