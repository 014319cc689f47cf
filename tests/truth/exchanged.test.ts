import { describe } from "vitest";
import { holds } from "./holds.ts";
import { readingOf } from "./measure.ts";

const ORCHARD = readingOf(`---
title: The press
---
I run a cider press in Hereford with my brother Ludo. He keeps the books and looks after the vans. For nine years the vans left at 6.15. Seven of us grow pears, too.

**The count.** In March 2022 Hanneke, who had joined in the autumn, counted the bottles. There were 214 bottles on nine shelves. Only 4 of us had ever counted the bottles. We are 17 people, with 9 presses, and store by the litre.

Erik taught us how to clean a press. That Thursday Hanneke and Ngozi found the leak in 35 minutes. I wrote to the bank and told them exactly what had leaked.

**The row.** We had 410 buyers. I wrote to all 38 growers in the valley. I had wanted to wait. 36 of the 38 stayed. In December Ludo found a blocked pipe while I was still in bed. Kestrel, our second cider, came out in June 2024. The growers put the new rule to a vote: nine votes to two.

Our stall manager wanted a second leaflet. Thandeka, our taster, wrote the labels. She still writes them by hand. Ludo's wife, Ines, was for it from the start. The new press is bigger, says Ludo. Our stall has been at the market since 2018, every other Saturday, 9 a.m. to 1 p.m.

**Today.** The vans leave at 6.45. The price of a litre went from £6,200 → £7,500 a tank. The launch slipped from June to November. Label prints became 3 instead of 40. Our stock after the first round: Hereford had 13 people and Ledbury had 3. Their offer was £79,000, and ours £120,000. June's bill: £2,080. A bottle took 5 hours; now it takes 1 hour 40 minutes.
`);

describe("what has been exchanged", () => {
  holds(ORCHARD, "I run the press and this is what I learned.", {
    said: [
      ["a figure between the story's words", "Only four of us had ever counted them."],
      ["a name that only opens a sentence", "Erik showed us how to clean a press."],
      ["what leaves later than it did", "The vans now go out half an hour later."],
      ["a move", "The launch slid from June to November."],
      ["what has lasted since then", "We've been at the market since 2018."],
      ["hours without their a.m.", "Every other Saturday, 9 to 1, we are at the market."],
      ["a share of the smaller", "Our offer was about 50% above theirs."],
      ["a rise by a share", "The price of a litre went up by about a fifth."],
      ["whose figure it is", "13 people in Hereford, three in Ledbury."],
      ["what is below a bound", "In June the bill was below £2,100."],
      ["three times as fast", "A bottle now takes a third of the time: three times as fast."],
      ["by the litre", "We sell every litre we press."],
      ["who still does something", "Thandeka still writes them by hand."],
      ["what somebody says, in front of who says it", "It's bigger, the new press, says Ludo."],
    ],
    wrong: [
      ["Only 9 of us had ever counted the bottles.", "figure-of-another-thing"],
      ["The growers put the new rule to a vote: seven votes to two.", "figure-of-another-thing"],
      ["Hanneke counted more than four hundred bottles on nine shelves.", "figure-not-in-story"],
      ["Hanneke and Erik found the leak in 35 minutes.", "name-not-in-story"],
      ["Hanneke wrote to the bank and told them exactly what had leaked.", "act-of-another"],
      ["I found a blocked pipe while Ludo was still in bed.", "act-of-another"],
      ["Kestrel's growers: every one of them stayed.", "scope-widened"],
      ["Thandeka wanted a second leaflet.", "act-of-another"],
      ["The vans now go out half an hour earlier.", "direction-reversed"],
      ["The launch was pulled forward from November to June.", "direction-reversed"],
      ["Our stall was at the market from 2018 to 2021.", "time-not-in-story"],
      ["Every other Saturday, 9 to 5, we are at the market.", "time-not-in-story"],
      ["Our offer was about 50% below theirs.", "direction-reversed"],
      ["The price of a litre was cut by about a fifth.", "direction-reversed"],
      ["After the first round it was lopsided: 13 in Ledbury, three in Hereford.", "figure-of-another-thing"],
      ["In June our bill was above £2,100.", "direction-reversed"],
      ["A bottle is five times as fast as it was.", "figure-not-in-story"],
      ["We sell every gallon we press.", "figure-not-in-story"],
      ["Thandeka no longer writes them by hand.", "direction-reversed"],
      ["Ludo's wife, Ines, was not for it at the start.", "negation-reversed"],
      ["The new press is bigger, says Ines.", "act-of-another"],
    ],
  });
});
