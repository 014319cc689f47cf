// Preloaded into a run of storybank (node --require): the clock stands still at the moment that CLOCK names.
"use strict";
const moment = process.env.CLOCK;

globalThis.Date = class extends Date {
  constructor(...args) {
    if (args.length === 0) super(moment);
    else super(...args);
  }
};
