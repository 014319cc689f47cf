import { describe, expect, test } from "vitest";
import { isCountry } from "../../src/language/country.ts";
import { holds } from "./holds.ts";
import { raise, readingOf } from "./measure.ts";

const STORY = readingOf(`---
title: Ask the driver
studio: Paper Heron, Porto
headcount: 23
hook: I bought maps. The answer was in an exercise book.
---
I run operations for Gullwing: 640 bikes on Wellington's hills, four vans. We paid NZ$46,000 for maps. The depot has seven rooms, 28 racks in each.

– Wiremu, can you take the early van?

– My daughter is being baptised at noon and I have a list of 29 things to do.

The early van left at 09:40. On Monday 6 March I wrote to all 22 of our stockists. The buyer of the museum rang on the Wednesday.

The day crew had moved 14,900 good bikes. Hers, in the same eight hours, had moved 20,600.

Our rotas went up on Friday at 3 p.m. for a week that began at 6 on Monday morning. Two of the vans moved to nights, from 22:00 to 04:00.

Average handover: 38 minutes, then 24. Of the 31 columns of the sheet, 12 were filled in. Leavers: 28 in the twelve months before, 17 in the twelve months after. Overtime fell: $5,900, then $2,360.

I tried 54 numbers and reached 39 people of our 340. Nobody can be called out more than 3 times a month. From April to July we had 286 call-outs. Seven columns are enough.

My counter skipped robots. I had copied the price and never asked about the dentist. Nine requests so far, none granted. I had the maps.

**March 2024, in short:**

- Mon 4: first vans.
- Tue 19: stop, said Anjali, who heads the lab.
`);

describe("what people say of a story in other words", () => {
  holds(STORY, "I was there with my vans.", {
    said: [
      ["a count of each, multiplied", "The depot holds just under two hundred racks."],
      ["dollars of a country", "We spent $46,000 on maps."],
      ["what an author keeps in front matter", "There are 23 of us at Paper Heron, in Porto."],
      ["the days between two weekdays", "Two days later the buyer of the museum was on the phone."],
      ["a stretch over midnight", "Two of the vans moved to a six-hour night."],
      ["a bare number in the unit of its sentence", "The average handover got 14 minutes shorter."],
      [
        "the half of a day by its clock",
        "The rotas went up on Friday afternoon for a week that began early on Monday.",
      ],
      ["a share of ten", "I reached roughly seven in ten of the numbers I tried."],
      ["a day under its month", "On 19 March Anjali, who heads the lab, said stop."],
      ["the number of a list's own", "Theory 1: the maps."],
      [
        "what somebody says of themselves",
        "His daughter was being baptised at noon, and he had a list of 29 things to do.",
      ],
      ["what goes on from the figure in front", "In eight hours she moved 20,600 good bikes."],
      ["a part of what changed", "We cut the sheet from 31 columns to 7."],
      ["a rate in other words", "Three call-outs a month is the ceiling."],
      ["a stretch behind a share", "Overtime for late finishes was down 60% over the trial."],
      ["a skip as a “not”", "And my counter didn't count robots."],
      ["advice", "Before you copy a price, ask about the dentist."],
      ["zero for none", "So far: nine requests, zero granted."],
      ["the place it happens in", "I look after operations for a bike-share in Wellington."],
      ["the country it happens in", "July is winter in New Zealand."],
    ],
    wrong: [
      ["The depot holds 186 racks.", "figure-not-in-story"],
      ["We spent $64,000 on maps.", "figure-not-in-story"],
      ["There are 32 of us at Paper Heron, in Porto.", "figure-not-in-story"],
      ["The average handover got 33 minutes shorter.", "figure-not-in-story"],
      ["Overtime for late finishes was up by 60%.", "direction-reversed"],
      ["On 21 March Anjali, who heads the lab, said stop.", "time-not-in-story"],
      ["I look after operations for a bike-share in Dunedin.", "name-not-in-story"],
      ["Leavers went from 17 up to 28.", "direction-reversed"],
    ],
  });
});

const DESK = readingOf(`---
title: Late check-out
hook: Nobody leaves on time.
---
I run a hotel of 90 rooms. Housekeeping overtime for May came to €6,120, and vouchers came to another €2,900.

Fátima asked everyone who left late. 118 answers:

- 61: flight or train after 17:00
- 18: wanted a shower after a last swim
- 10: overslept

Priya Nandakumar, an outside tester, got the password of the safe on the first try. Hélène took two days to reply. Dalton has not once said "I told you so". The help desk had 410 resets a month, 11 minutes each.

I answered the letter in one line. I had left at five, because my son's school concert was that evening.

Over ten weeks we won back 9 of the 16 days, and lost no more. Only 72% of the staff use the new list. Meanwhile the complaints went from 5 a month to 8. By December there were 3. It pleased only 2% of them.

**September.** Unagreed late departures: 5 a day. Overtime: €1,530.
`);

describe("what people say of a list, a row and each other", () => {
  holds(DESK, "I was at the desk of my hotel.", {
    said: [
      ["a number in front of what it counts", "Only 10 had overslept."],
      ["a share of those who are counted above a list", "Roughly one in seven wanted a shower after a last swim."],
      ["what a share leaves", "More than a quarter of the staff leave the new list alone."],
      ["two figures of its own, multiplied", "410 resets a month at roughly 11 minutes apiece come to some 75 hours."],
      ["one of several", "Exhibit B, the help desk."],
      ["a later change", "By December, complaints were down to 3 a month."],
      ["who lets another do it", "I let an outside tester, Priya Nandakumar, loose on the safe."],
      ["what comes behind a clause of one's own", "When I did, it took two days to get a reply."],
      ["whose it is", "But my son had a school concert that evening."],
      ["never for not once", "Dalton never said “I told you so”."],
      ["what was lost before", "We recovered nine of the sixteen days we had lost."],
      ["nor for not", "Nor does it please everyone."],
    ],
    wrong: [
      ["Only 19 had overslept.", "figure-not-in-story"],
      ["410 resets a month at roughly 11 minutes apiece come to some 95 hours.", "figure-not-in-story"],
      ["The complaints went down, from 5 a month to 8.", "direction-reversed"],
    ],
  });
});

const LIBRARY = readingOf(`---
title: Opening hours
hook: Nobody had ever seen us open.
---
I run a library. We counted people at the locked door: 129 of them between 6:00 and 7:30 in the evening.

No one works more than one late evening a week. I stayed until 11:40 pm to hear his calls. A text goes out at six on the evening before. The slowest page took 3.2 seconds.

Complaints fell from nine in the first quarter to four in the second. I warned Desmond in May. Desmond trains the new starters now. The exam took two hours. Ravi sat it in 1 hour 50. He has ten fingers.

| Day | Old | New |
|---|---|---|
| Monday | 9–6 | 1–8 |
| Tuesday | 9–6 | 9–6 |
`);

describe("what people say of hours and of each other", () => {
  holds(LIBRARY, "I was there with my books.", {
    said: [
      ["an hour of a table's row", "On Mondays we now stay open until eight."],
      ["a percentile is no day", "At the 95th percentile the slowest page took 3.2 seconds."],
      ["minutes to midnight", "I stayed till twenty to midnight to hear his calls."],
      ["a quarter of a year", "Complaints fell from nine in the first quarter to four in the second."],
      ["an hour in front of its evening", "So there is a text, sent at six the evening before."],
      ["no more than, at most", "One person works one late evening a week at most."],
      ["most of those that are counted", "Most of them stood at the locked door in the evening."],
      ["the man I warned", "The man I warned trains the new starters."],
      ["less than that", "Ravi sat the exam in ten minutes less than that."],
    ],
    wrong: [
      ["On Mondays we now stay open until ten.", "time-not-in-story"],
      ["I stayed till ten to midnight to hear his calls.", "time-not-in-story"],
      ["All of them stood at the locked door in the evening.", "scope-widened"],
    ],
  });
});

test.each([
  ["New Zealand", true],
  ["germany", true],
  ["Porto", false],
])("%s is a country: %s", (name, is) => {
  expect(isCountry(name)).toBe(is);
});

test("where a story names its country, another is none of its", () => {
  const set = readingOf("---\ntitle: Sheep\n---\nI keep sheep in Portugal, on the hills above the town.\n");
  const rules = (text: string) => raise(set, `I keep them.\n\n${text}\n`).map(({ rule }) => rule);
  expect(rules("My sheep live in Spain.")).toEqual(["name-not-in-story"]);
  expect(rules("My sheep live in Portugal.")).toEqual([]);
});
