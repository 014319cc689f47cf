import { describe, expect, test } from "vitest";
import { readTraits, type Traits } from "../../src/fit/traits.ts";

type Trait = Exclude<keyof Traits, "figures">;

describe("what a sentence brings to a post", () => {
  test.each<[judgement: string, text: string, trait: Trait, has: boolean]>([
    ["four words in quotes are a quotation", "Lena said: “We never tested that.”", "isQuotation", true],
    ["straight quotes quote too", 'Lena said: "We never tested that."', "isQuotation", true],
    ["three words in quotes are a term", "We call it “the red list”.", "isQuotation", false],
    ["a quote that is never closed is none", "Lena said: “We never tested that.", "isQuotation", false],
    ["words without a speaker are only a quotation", "“We never tested that.”", "isOnlyQuotation", true],
    ["with a speaker they are more", "“We never tested that,” Lena said.", "isOnlyQuotation", false],
    [
      "two quotations in a row are still only quotations",
      "“We never did it.” “Nobody asked us to.”",
      "isOnlyQuotation",
      true,
    ],
    ["a sentence that quotes nobody is no quotation", "We never tested that.", "isOnlyQuotation", false],
    ["a time is no sentence", "Monday 14 August 2023, shortly after 7 in the morning.", "isFragment", true],
    ["what goes up is one", "The price up again by Monday.", "isFragment", false],
    ["a mistake of one's own is an admission", "The mistake was mine, and I knew it.", "isAdmission", true],
    ["what I ignored is an admission", "I ignored the alert for a week.", "isAdmission", true],
    ["what I did not do is one", "What I didn't do was ask.", "isAdmission", true],
    ["what I meant to do is one", "I meant to close it that day.", "isAdmission", true],
    ["what was mine is one", "Both of the lines were mine.", "isAdmission", true],
    ["where I was is none", "I was in the workshop on Monday.", "isAdmission", false],
    ["what somebody else did not do is none", "My manager did not yell.", "isAdmission", false],
    ["somebody else's mistake is none", "Their mistake cost the team a week.", "isAdmission", false],
    ["ours is nobody's own", "We ignored the alert for a week.", "isAdmission", false],
    ["what is quoted is somebody else's", "I heard “it was my own mistake” from Lena.", "isAdmission", false],
    ["what I did right is none", "I sent the invoice on Monday.", "isAdmission", false],
    ["somebody who objected dissents", "Lena objected to the plan.", "isDissent", true],
    ["so does somebody who said no", "Two of the five said no.", "isDissent", true],
    ["somebody who agreed does not", "Lena agreed to the plan.", "isDissent", false],
    ["what got worse is a setback", "The queue got worse that week.", "isSetback", true],
    ["so is somebody who leaves", "Our best welder gave notice in May.", "isSetback", true],
    ["what got better is none", "The queue got shorter that week.", "isSetback", false],
    ["what can't be proven is a caveat", "I can't prove that the change did it.", "isCaveat", true],
    ["so is fairness", "To be fair, the season had changed.", "isCaveat", true],
    ["a plain claim is none", "The change did it.", "isCaveat", false],
    ["who one is, is background", "I run a bakery in Ghent.", "isBackground", true],
    ["so is what a company sells", "We sell parts for old tractors.", "isBackground", true],
    ["what happened is none", "The oven stopped at noon.", "isBackground", false],
    [
      "a figure with such a word behind it is told for itself",
      "The bill of that week ate $900 of revenue.",
      "isBackground",
      false,
    ],
    ["an arrow is a change", "Refunds: 14% → 5%", "isChange", true],
    ["from and to are a change", "Builds went from 40 minutes to 9 minutes.", "isChange", true],
    ["a single figure is none", "Builds took 40 minutes.", "isChange", false],
    ["a line that is labelled so is a total", "Total: $4,200", "isTotal", true],
    ["what ends so is one too", "It was $4,200 in total.", "isTotal", true],
    ["an amount is none", "Flour: $4,200", "isTotal", false],
    ["half of the total is none", "Half of the total: $4,200", "isTotal", false],
    ["an hour is a clock time", "At 14:30 the line stopped.", "hasClock", true],
    ["so is one with its half of the day", "At 3 a.m. the line stopped.", "hasClock", true],
    ["a duration is none", "The line stopped for 3 hours.", "hasClock", false],
    ["what points to a person alone", "She asked for the key of the oven.", "pointsToPerson", true],
    ["what points to a thing, too", "She turned it off at noon.", "pointsToPerson", false],
    ["what points to nobody", "Lena asked for the key of the oven.", "pointsToPerson", false],
    ["what is denied stands in front", "Our finance lead would not.", "points", true],
    ["a denial with what is denied does not", "Our finance lead would not sign the bill.", "points", false],
    ["what begins with a pronoun points back", "It had been on for nine days before anybody looked.", "points", true],
    ["so does a contrast", "But nobody in the workshop had looked at the meter.", "points", true],
    ["an answer points back", "I did not.", "points", true],
    ["a short line with a figure stands alone", "$4,200 lost.", "points", false],
    ["a short sentence about it points back", "I filed it unread on Monday.", "points", true],
    [
      "a long one tells what it is",
      "The letter from the bank lay on the desk for a week until I opened it at last.",
      "points",
      false,
    ],
    ["a whole sentence stands alone", "The meter had been on for nine days.", "points", false],
    [
      "a quotation that begins so does not point",
      "“It was never tested by anybody in the workshop,” said the fitter from Lille.",
      "points",
      false,
    ],
    ["she is somebody in front", "She was polite.", "isOfSomebody", true],
    ["in the middle of a sentence too", "In December he found the second meter.", "isOfSomebody", true],
    ["her own name in front says who she is", "In December Lena found her second meter.", "isOfSomebody", false],
    ["a weekday is nobody", "On Monday she came back to the workshop.", "isOfSomebody", true],
    ["a month is nobody", "In March his meter stopped.", "isOfSomebody", true],
    ["it is nobody", "It was polite.", "isOfSomebody", false],
    ["a few words without a verb are a fragment", "One tab.", "isFragment", true],
    ["a whole sentence is none", "The meter stopped on Monday.", "isFragment", false],
    ["a past form is a verb", "Lena shrugged.", "isFragment", false],
    [
      "a long line without a verb may stand",
      "A small workshop with two lathes, one long bench, a stove and a view of the canal behind the old mill.",
      "isFragment",
      false,
    ],
    ["this season is a time, and points to nothing", "This season we have two lathes in it.", "points", false],
    ["this alone points", "This cost us the whole of the week.", "points", true],
    ["a month alone points to nothing", "August.", "points", false],
    ["one word alone answers", "Enough.", "points", true],
    ["a few words with a verb are a statement", "Nothing paged.", "isStatement", true],
    ["with a pronoun they are none", "Nobody saw it.", "isStatement", false],
    ["nor without a verb", "One tab.", "isStatement", false],
    ["nor are many words", "The meter stopped on Monday.", "isStatement", false],
    ["I am the first person", "I sent the invoice.", "isFirstPerson", true],
    ["so are we", "That week we sent the invoice.", "isFirstPerson", true],
    ["they are not", "They sent the invoice.", "isFirstPerson", false],
  ])("%s", (_, text, trait, has) => {
    expect(readTraits(text)[trait]).toBe(has);
  });

  test.each([
    ["the figures in their order", "Builds took 40 minutes and cost $500.", ["40 minutes", "$500"]],
    ["no figures where there are none", "Builds took long.", []],
  ])("%s", (_, text, figures) => {
    expect(readTraits(text).figures.map((figure) => figure.text)).toEqual(figures);
  });

  test.each(["", " ", "…", "—", "🎉", "\u0000"])("nothing is made of %j", (text) => {
    const { isQuotation, isAdmission, isDissent, isChange, isTotal, hasClock, figures } = readTraits(text);
    expect({ isQuotation, isAdmission, isDissent, isChange, isTotal, hasClock, figures }).toEqual({
      isQuotation: false,
      isAdmission: false,
      isDissent: false,
      isChange: false,
      isTotal: false,
      hasClock: false,
      figures: [],
    });
  });
});
