import { describe, expect, test } from "vitest";
import { holds } from "./holds.ts";
import { raise, readingOf } from "./measure.ts";

const TRAINER = readingOf(`---
title: Oven doors
---
I train drivers at a small depot. In March Tomasz had done 112 of the 230 hours that a learner needs.

My jobs run from £2,000 to £6,000. The school wrote to the 41 parents and gave them 90 days' notice. I live 34 miles from the depot.

**The run.** We had 90 runs in the first week. By the end there were 140 runs. The signal stood eighteen inches from the rail. On day nine two stations rang.

The phone rang at 07:05. I picked from 6:00 until 1:40. The office opens from 8:30 to 10. The price went from £2.10 to £2.60 a kilo.

The client had given me a band up to €3,100. I told her €2,800. A contractor guarantees that 98% of the labels are right.

Nothing had been given to the patient. No one was embarrassed except me. I slept badly. I phoned every parent myself.

A call takes eight or nine minutes now. Each of the 94 names was booked on a 40-minute course. 3,200 people started it and 190 put it on their list.

We had the trial in three stations. The crew liked it. The canteen moved on day 50. Lena kept the stopwatch. The yard was swept on a Monday. The union sent a letter and a cake.

| | Oct–Feb | Apr–Aug |
|---|---|---|
| Stops logged | 150 | 180 |
| Off the mark | 27 | 9 |

| Weeks | Hours a person, per week | Bugs |
|---|---|---|
| 1–3 | 57 | 410 |
| 4–6 | 61 | 505 |
| 7–9 | 63 | 560 |
`);

describe("what authors work out, and how they say it", () => {
  holds(TRAINER, "I was there with my drivers.", {
    said: [
      ["columns of months make a change", "Stops off the mark dropped from 27 to 9."],
      ["what is left of a part", "In March Tomasz had 118 hours to go."],
      ["months for days", "The parents had three months' notice from the school."],
      ["feet for inches", "The signal stood a foot and a half from the rail."],
      ["a way there and back", "It was 68 miles to the depot and home again."],
      ["another so many", "Then we made another 50 runs."],
      ["too low by a difference", "The band I told her was €300 too low."],
      ["pence of pounds", "The price a kilo went up by 50p."],
      ["a day by its number", "Nine days in, two stations rang."],
      ["what a share leaves, of the other thing", "The contractor says that 2% of the labels are wrong."],
      ["just after an hour", "The phone rang just after seven."],
      ["minutes to an hour", "I picked from six until twenty to two."],
      ["the end of a stretch of the clock", "The office is open until ten."],
      ["so many in a hundred", "About 6 per 100 people who started put it on their list."],
      ["a count of lengths", "Together the 94 names on a 40-minute course made more than 62 hours."],
      ["none, as a 0", "Given to the patient: 0 ml."],
      ["nobody's, no one's", "Nobody's embarrassed except me."],
      ["a 1 for a thing", "1 patient was given nothing."],
      ["all of those that are counted", "I phoned every parent who got a letter from the school."],
      ["every weekday", "Every Monday the yard was swept."],
      ["the unit of a column", "Weeks 4–6: 61 hours."],
      ["a share that is full", "98% full of labels that are right."],
      ["that somebody does not know", "I don't know."],
      ["what a column adds up to", "Over the nine weeks we counted 1,475 bugs."],
      ["a letter for a name", "We took B, and the crew liked it."],
    ],
    wrong: [
      ["My jobs run from £4,000 to £6,000.", "figure-of-another-thing"],
      ["A call takes six or seven minutes now.", "figure-of-another-thing"],
      ["Stops off the mark rose from 9 to 27.", "direction-reversed"],
      ["In March Tomasz had 128 hours to go.", "figure-not-in-story"],
      ["The price a kilo went up by 85p.", "figure-not-in-story"],
      ["Over the nine weeks we counted 1,745 bugs.", "figure-not-in-story"],
      ["5 days in, the canteen moved.", "figure-not-in-story"],
    ],
  });
});

describe("how sure it is that a figure is wrong", () => {
  const levelOf = (text: string) =>
    raise(TRAINER, `I was there with my drivers.\n\n${text}\n`).find(({ rule }) => rule === "figure-not-in-story")
      ?.level;

  test.each([
    ["another of its kind stands there", "I live 38 miles from the depot.", "error"],
    ["the story has another unit there", "I live 34 minutes from the depot.", "warning"],
    [
      "nothing like it stands there, beside others, behind 'so'",
      "So with 3 of 7 stations that makes 19 tons.",
      "advice",
    ],
  ])("%s", (_, text, level) => {
    expect(levelOf(text)).toBe(level);
  });

  test("what may be worked out is said kindly", () => {
    const [found] = raise(TRAINER, "I was there with my drivers.\n\nSo with 3 of 7 stations that makes 19 tons.\n");
    expect(found?.message).toBe("19 tons is not in the story; you may have worked it out.");
  });
});
