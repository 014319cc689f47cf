import { describe, expect, test } from "vitest";
import { holds } from "./holds.ts";
import { raise, readingOf } from "./measure.ts";

const KITCHEN = readingOf(`---
title: The small ladle
---
I run a school kitchen. In the first year each lunch took us 74 minutes, and we cooked for 410 children.

**Who wanted what.** I asked for a longer break. Our head, Lena Wiklund, said yes in the corridor. Siân Powell, our most senior cook, was against it.

**The chart.**

| | Before | After |
|---|---|---|
| Days to fill a job | 58 | 37 |
| Plates that came back | 6% | 70% |
| Last trays into the oven | 9.45 | 11.30 |

The bill took 21 days to settle; in June it had been 34. We tried it three times: April: 96 plates. May: 17. June: 2.

The cleaner came at 2.40am with the 23rd bucket. A tray took 4 minutes instead of 11.

**Today.** A lunch takes 41 minutes. A batch went home after 80 minutes. We filled both parts of the freezer. Biscuit is the kitchen's cat. In May I rang Mrs Adeyemi, who owns him.
`);

describe("what is told the other way round", () => {
  holds(KITCHEN, "I run the kitchen and this is what I learned.", {
    said: [
      ["a change of a row, with what it was behind it", "We fill a job in 37 days instead of 58."],
      ["with what it used to be", "70% of the plates came back (it used to be 6%)."],
      ["what the story tells first came first", "Each lunch takes 41 minutes, down from 74."],
      ["a difference of what is told far apart", "A lunch takes 33 minutes less than it did."],
      ["who was for it", "Lena Wiklund, our head, agreed in the corridor."],
      ["who was against it", "Siân, our most senior cook, said no."],
      ["clock times of a table", "The last trays go into the oven at 11.30, not at 9.45."],
      ["an hour with its minutes", "A batch went home after an hour and twenty minutes."],
      ["an hour with its quarters", "The last trays go in an hour and three quarters later."],
      ["a month in front of a colon", "We had 96 plates in April, 17 in May, 2 in June."],
      ["what is cut by a share, some words in front of it", "It cut the time per tray by almost two thirds."],
      ["the other half of something", "We filled the other half of the freezer."],
    ],
    wrong: [
      ["We fill a job in 58 days instead of 37.", "direction-reversed"],
      ["6% of the plates came back (it used to be 70%).", "direction-reversed"],
      ["The bill took 34 days rather than 21.", "direction-reversed"],
      ["Each lunch takes 74 minutes, up from 41.", "direction-reversed"],
      ["Lena Wiklund, our head, said no in the corridor.", "direction-reversed"],
      ["Siân Powell, our most senior cook, agreed.", "negation-reversed"],
      ["A batch went home after an hour and forty minutes.", "figure-not-in-story"],
    ],
  });
});

test("what is turned round is told once, with its words", () => {
  const found = raise(
    KITCHEN,
    "I run the kitchen.\n\nWe fill a job in 58 days instead of 37. Lena Wiklund, our head, said no.\n",
  );
  expect(found.map(({ rule }) => rule)).toEqual(["direction-reversed", "direction-reversed"]);
  expect(found[0]?.message).toContain("“58 days instead of 37”");
});

const PLANT = readingOf(`---
title: The belt
---
I run a plant. The belt used to run 8 hours a day; now it runs 3. Marek was paid €60 for the month. We had 143 rules on cards, and 61 alarms were muted. The juice factory paid 11p a kilo. The old letter brought in 81 bookings and the new one 138.

Picking them cost 14p a kilo. The overdraft was £38,400.

| | Before | After |
|---|---|---|
| Left without being seen | 4% | 7% |
| Trays sold | 2,300 | 3,100 |
| Varieties on the stall | 27 | 12 |
`);

describe("in whose unit, and of what", () => {
  holds(PLANT, "I run the plant and this is what I learned.", {
    said: [
      ["a bare number goes on in its sentence's unit", "The belt runs three hours a day."],
      ["for the month is a month", "Marek got €60 a month."],
      ["what is less than something else", "The juice factory paid 3p a kilo less than it cost to pick them."],
      ["what grows on trees", "There is one label for each of the 27 varieties we grow."],
      ["who brought something in", "The new one brought in 57 more bookings than the old."],
      ["points between two shares", "The share who left unseen is up by three percentage points."],
    ],
    wrong: [
      ["The belt runs 3 months a year.", "figure-not-in-story"],
      ["Marek got €60 for the week.", "figure-not-in-story"],
      ["We had 204 silent alarms.", "figure-not-in-story"],
    ],
  });
});

const BUS = readingOf(`---
title: The bus
hook: I cancelled all my talks with the drivers and saved three and a half hours a week.
---
I plan the bus of our valley, and the forms of our insurer. Answers take 3 to 5 working days.

In the first week nine people walked out. It rang 17 times that week.

| | 2022 | Year to February 2024 |
|---|---|---|
| Diesel a month | £410 | £285 |
| Trips cancelled for want of a driver | 19 | 6 |
| Forms that came back per 100 sent | 38 | 21 |
| Talks held with drivers | 3 | 64 |

| Test | Clicked | Reported |
|---|---|---|
| Spring | 19% | 12% |

Overtime, hours a month: 118 → 35

| | Before 8 p.m. | After 8 p.m. |
|---|---|---|
| Share of calls from drunks | 77% | 23% |
| Share of lost gloves | 39% | 61% |

Ice income: £214,000 → £221,000

On Saturday 4 March 2023 I planned it. At least half of the seats are kept for people who work. 28% of our tickets are still sold by phone.

- Wait for a form: 3 h 50 → 1 h 40
- Late trips: 16% → 10%
- Reopened within 30 days: 17 → 6

Planning a week takes us about 38 hours per line, down from 52. A seat costs £29 per seat per month. We answer about 900 calls a day. I finished with four minutes to spare in the inspection, and the trial went on for nine weeks from January to October. There are 22 depots, and I went to 27 meetings about them. The men were nine, the women 34. Complaints about fares: 9 → 21

We wrote 1,140 free letters in a year. A quarter of the quarter's letters, 17%, came from one village.
`);

describe("rows of a table, and what is reckoned from them", () => {
  holds(BUS, "I plan the bus and this is what I learned.", {
    said: [
      ["a difference between columns that are named by years", "We burn £125 less diesel a month."],
      ["a difference with its sign inside", "We work 83 fewer hours of overtime a month."],
      [
        "two shares, each with what it is of",
        "Overtime fell by more than two thirds, and trips cancelled for want of a driver by about two thirds.",
      ],
      ["what came down by so much", "What we burn of diesel fell by £125 a month."],
      ["hours and minutes in front of an arrow", "The wait for a form shrank by more than two hours."],
      ["so much less than before, with the line between", "We plan 14 hours less for a line."],
      ["up by so much", "Ice income: up £7,000"],
      ["points that are said to be points", "Late trips were six percentage points lower."],
      ["what there are so many times as many of", "There were almost four times as many women."],
      ["what nobody is asked for", "Ask nobody."],
      ["a figure under its own header", "77% of the calls from drunks came before 8 p.m."],
      [
        "two figures, each under its own header",
        "39% of the gloves were lost before 8 p.m., and 23% of the calls from drunks came after.",
      ],
      ["a weekday of a month, by its date", "I planned it on a Saturday in March 2023."],
      ["half of them, in the words behind", "Half of the seats are kept for people who work."],
      ["a share that a row went down by", "The forms that came back fell by almost half."],
      ["columns of two things make no change", "In spring it went from 12% to 19%."],
      ["what was done so often in a week", "It rang 17 times that week."],
      ["a number behind a week that is not its own", "Week one: nine people walked out."],
      ["more than twenty times as many, of 64 and 3", "We held more than twenty times as many talks with drivers."],
      ["a share of all of them", "About a sixth of all letters came from one village."],
      ["the whole of a stretch of time", "I planned it for the whole quarter."],
      ["every one of what the hook says all of", "I saved it by cancelling every talk with the drivers."],
    ],
    wrong: [
      ["We burn £125 more diesel a month.", "direction-reversed"],
      ["We work 83 more hours of overtime a month.", "direction-reversed"],
      ["The forms that came back rose by almost half.", "direction-reversed"],
      ["Trips cancelled for want of a driver: 19 → 9", "figure-of-another-thing"],
      ["Trips cancelled for want of a driver are down by about a third.", "figure-not-in-story"],
      [
        "Overtime fell by more than two thirds, and trips cancelled for want of a driver by about half.",
        "figure-not-in-story",
      ],
      ["What we burn of diesel fell by £200 a month.", "figure-not-in-story"],
      ["Talks held with drivers have doubled.", "figure-not-in-story"],
      ["Twice as many talks are held with drivers now.", "figure-not-in-story"],
      ["The wait for a form shrank by four and a half hours.", "figure-not-in-story"],
      ["We plan 14 hours more for a line.", "direction-reversed"],
      ["Our ice income is up by a little over £3,000.", "figure-not-in-story"],
      ["We have £221,000 more of ice income.", "figure-of-another-thing"],
      ["Late trips were six per cent lower.", "figure-not-in-story"],
      ["A seat costs £29 per seat per year.", "figure-not-in-story"],
      ["We answer about 900 calls an hour.", "figure-not-in-story"],
      ["I finished with four weeks to spare in the inspection.", "figure-not-in-story"],
      ["I went to 22 meetings about the depots.", "figure-of-another-thing"],
      ["Complaints about fares have more than tripled.", "figure-not-in-story"],
      ["23% of the calls from drunks came before 8 p.m.", "figure-of-another-thing"],
      ["We wrote 1,410 free letters in a year.", "figure-not-in-story"],
      ["We plan with $4,000 more.", "figure-not-in-story"],
      ["I finished with four hours to spare in the inspection.", "figure-not-in-story"],
      ["I planned it on a Sunday in March 2023.", "time-not-in-story"],
      ["All of the seats are kept for people who work.", "scope-widened"],
      ["Most of our tickets are still sold by phone.", "scope-widened"],
    ],
  });
});
