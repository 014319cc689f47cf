// Preloaded into a program on Node (NODE_OPTIONS): writes the most memory it ever held, in KB, to the file that BENCH_PEAK names.
"use strict";
const { writeFileSync } = require("node:fs");

process.on("exit", () => writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)));
