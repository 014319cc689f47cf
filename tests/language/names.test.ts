import { expect, test } from "vitest";
import { findNames } from "../../src/language/names.ts";

/** Each text, and its names as `name/kind`. */
const TEXTS: readonly [text: string, names: string][] = [
  // English: a capital in the middle of a sentence
  ["We asked Sarah to stop. Then Tomasz left.", "Sarah/person Tomasz/person"],
  ["Sarah asked us to stop.", "Sarah/person"],
  ["Nobody told Priya Raman about the invoice.", "Priya Raman/person"],
  ["In the end Dr. Okafor signed.", "Okafor/person"],
  ["Our engineer Zbyszko kept Ms. Quill’s notes.", "Zbyszko/person Quill/person"],
  ["Veltrin, our CTO, said nothing; Mrs Ode did.", "Ode/person"],
  ["At noon Veltrin, our CTO, came in.", "Veltrin/person"],
  ["We worked for the client Acme in Rotterdam.", "Acme/company Rotterdam/place"],
  ["Acme Corp’s pager rang at Ubisoft in São Paulo.", "Acme Corp/company Ubisoft/company São Paulo/place"],
  ["Our bank was Ketterle & Sons Ltd, near Leeds.", "Ketterle & Sons Ltd/company Leeds/place"],
  ["The Delmar Foods contract ended.", "Delmar Foods/company"],
  ["We paid for the Tilly app and for PagerDuty.", "Tilly/product PagerDuty/product"],
  ["He met Jean-Luc Moreau and Ludwig van Dyke.", "Jean-Luc Moreau/person Ludwig van Dyke/person"],
  ["The museum is in New York City, not in New Zealand.", "New York City/place New Zealand/place"],
  // what capitals elsewhere are
  ["Then Monday came. In March we had an API, a CEO and Python.", ""],
  ["We rewrote it in English on two Saturdays, on Kubernetes and AWS Lambda.", ""],
  ["Nothing worked. Everything broke: Alerts, pages, people.", ""],
  ["I think I’m done. “We stop,” she said. “Nobody moves.”", ""],
  ["Will it work? Grace was needed. Bill was late.", ""],
  ["How I Lost A Client And Kept My Team", ""],
  ["See https://Example.com/Sarah and #SarahSays in Q3 and EC2.", ""],
  // a sentence's first word is a name where the text shows it as one elsewhere
  ["Brightline paid. We told Brightline so.", "Brightline/other Brightline/other"],
  ["Invoices came. We told them Invoices are invoices.", ""],
  // German nouns have capitals
  ["Die Rechnung kam am Montag von der Bank an das Team.", ""],
  ["Wir fragten Sarah nach dem Vertrag, und Anna Schmidt schrieb die Antwort.", "Sarah/person Anna Schmidt/person"],
  [
    "Herr Kowalski und die Müller Logistik GmbH aus Hamburg sind nicht zufrieden.",
    "Kowalski/person Müller Logistik GmbH/company Hamburg/place",
  ],
  ["Unser Kunde Velbrück hat die Lieferung aus Köln nicht bezahlt.", "Velbrück/company Köln/place"],
  // French, Spanish, Portuguese
  ["Nous avons demandé à Camille Dubois de partir pour Lyon en mars.", "Camille Dubois/person Lyon/place"],
  ["Mme Leroux et la société Cartonex ont signé le contrat.", "Leroux/person Cartonex/company"],
  ["El cliente Ferrallas pagó, y Lucía lo supo en Sevilla.", "Ferrallas/company Lucía/person Sevilla/place"],
  ["O nosso cliente Tecidex deixou Lisboa, e a Joana escreveu o resto.", "Tecidex/company Lisboa/place Joana/person"],
  ["", ""],
  ["I was Engineering Manager, and Tamsin Baker said no.", "Tamsin Baker/person"],
];

test.each(TEXTS)("%s", (text, expected) => {
  const names = findNames([text]).flat();
  expect(names.map((each) => `${each.text}/${each.kind}`).join(" ")).toBe(expected);
  for (const each of names) expect(text.slice(each.start, each.end)).toBe(each.text);
});

test("lines of a text tell of each other: a full name whose half is used alone is a person's, and so is the half", () => {
  const lines = [
    "We had hired Tamsin Quorle.",
    "Tamsin left.",
    "The offer went to Copperpan Foods.",
    "We missed Copperpan.",
  ];
  expect(findNames(lines).map((names) => names.map(({ text, kind }) => `${text}/${kind}`))).toEqual([
    ["Tamsin Quorle/person"],
    ["Tamsin/person"],
    ["Copperpan Foods/company"],
    ["Copperpan/company"],
  ]);
});

test("hostile text is read in time", () => {
  const text = "Anna-".repeat(20_000) + "A & ".repeat(20_000) + "de ".repeat(20_000);
  const start = performance.now();
  findNames([text]);
  expect(performance.now() - start).toBeLessThan(2000);
});
