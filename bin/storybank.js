#!/usr/bin/env node
// CommonJS, as package.json beside it says: the loader of ES modules alone would cost a third of the start-up time.
require("../dist/storybank.cjs");
