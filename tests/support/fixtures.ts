import iconv from "iconv-lite";

/** A story as somebody writes it by hand, with a comment and keys that storybank does not know. */
export const OUTAGE = `---
# told at the conference
title: The Night the Pager Won
week: 1
day: tuesday
hook: "It rang 40 times in one night: I stopped counting."
tags: [ops]
mood: grim
---

**The Setup:**
Two years ago we were 12 engineers with one pager.

**The Crisis:**
At 3 AM the database stopped. "Nobody touch anything," said our intern, and she was right.

**The Outcome:**
- **Alerts per night**: 40 → 2
- 60% fewer pages in a month

**The Lesson:**
An alert is a promise to somebody's sleep. Keep it short.
`;

/** A week document in the shape that users keep, in words of its own. */
export const WEEK_DOCUMENT = `# Week 3 Story Bank: Money and Machines
## Episodes for the third week

**Week Theme**: Money and Machines  
**Extraction Date**: February 2025  
**Source**: Notebooks {2019–2024}  
**Total Stories**: 3

---

## 🔥 **STORY 1: The Cache That Lied**
**For**: Tuesday Architecture Debate Post  
**Hook**: "We paid $90K for a 'free' cache — and thanked it."

### **Full Narrative:**
Four years ago our shop served 200+ requests a second.

**The Crisis Moment:**
The cache answered, always, with last week's prices.

---

A rule inside a story stays.

**Lesson Learned:**
A cache is a bet on silence.

---

## ⚡ **STORY 2: Rollback in 90 Seconds**
**For**: Thursday Release Tutorial
**Hook**: “Our rollback took 4 hours → 90 seconds.”

**The Configurations:**
\`\`\`yaml
# STORY 9: this is code
## STORY 8: and this
**Hook**: "code, too"
strategy: blue-green
\`\`\`

| Step | Before | After |
| --- | --- | --- |
| Rollback | 4 hours | 90 seconds |

---

## **STORY 3: The Quiet Promotion**

Nobody told me I had it.

---

## 📊 **STORY INTEGRATION GUIDANCE**

### **Hook Development for Each Story:**
1. **The cache**: lead with the money
2. **The rollback**: lead with the seconds
3. **The promotion**: lead with the silence

**Ready for week 3.**
`;

export const POST_DOCUMENT = `# Sunday: The Empty Dashboard

**Date**: January 19, 2025  
**Time**: 6:00 PM  
**Platform**: LinkedIn  
**Content Type**: Personal Stories/Reflection  
**Mood**: rueful

---

## Final Optimized Post

**All lights were green — and nobody could log in.**

One year ago I trusted a dashboard.

What do you trust?

#Monitoring #Leadership

---

## Content Strategy Notes

### Expected Performance Metrics
- **Target Engagement**: 6-8% (Sundays do well)
- **Comments Predicted**: 15-25 war stories
- **Saves Target**: High (a checklist)
`;

const UPPER_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** What a text looks like after its UTF-8 was read in another encoding. */
export function damage(text: string, encoding: "windows-1252" | "macintosh"): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    if (byte < 0x80) return String.fromCharCode(byte);
    if (encoding === "windows-1252") return byte < 0xa0 ? (UPPER_1252[byte - 0x80] ?? "") : String.fromCharCode(byte);
    return byte === 0xf0 ? "\uF8FF" : byte === 0xdb ? "€" : iconv.decode(Buffer.from([byte]), "macintosh");
  }).join("");
}

/** A story with a bill, a change, results and a question. */
export const INDEX = `---
title: The Index Nobody Dropped
week: 1
day: tuesday
hook: One forgotten index slowed every write for a year. It cost us $90K.
question: What is still in your schema because nobody dares to drop it?
facts:
  cause: one forgotten index
tags: [databases, technical-debt]
---
**The Setup:**
Two years ago I ran a shop with 8 engineers and one PostgreSQL 15 database. Every query was fast. We were proud of that.

**The Crisis:**
Then the sale began, and every write took a second. We could not see why.

**The Bill:**
- 2 nights of overtime: $20K
- Orders that timed out: $70K
- **Total**: $90K

**What We Changed:**
- Every index has an owner
- Nobody's index goes

**Results:**
- **Write time**: 900ms → 12ms
- 70% less storage

**Lesson Learned:**
What nobody owns, everybody pays for.
`;

/** A story with a table, a bill, an address and struck-out words. */
export const RELEASE = `---
title: The Release
hook: One shortcut cost us $2.4M.
---
**The Setup:**
Two years ago one shortcut cost us $2.4M. The audit took us 3 weeks, the release 2 weeks.

| Measure | Before | After |
| --- | --- | --- |
| Bugs | 35 | 6 |

**The Bill:**
- Rework in all teams: $800K
- Late release: $1.6M

**The Outcome:**
- 60% fewer bugs
- 75% faster delivery
- Latency: from 3.2 seconds to 400ms

**The Lesson:**
Ask first. See [the guide](https://example.com/guide?x=1&y=2). ~~We also tried bonuses. Twice.~~
`;
