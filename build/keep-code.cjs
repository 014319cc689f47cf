// Preloaded into a run of storybank (node --require): keeps the code that V8 has compiled, beside each script that was run.
"use strict";
const { writeFileSync } = require("node:fs");
const vm = require("node:vm");

const suffix = `.${process.versions.v8}-${process.arch}.code`;
const run = [];

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    run.push({ script: this, file: options.filename });
  }
};

process.on("exit", () => {
  for (const { script, file } of run) writeFileSync(file + suffix, script.createCachedData());
});
