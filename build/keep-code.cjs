// Preloaded into a run of storybank (node --require): keeps the code that V8 has compiled, beside each script that was run.
"use strict";
const { writeFileSync } = require("node:fs");
const v8 = require("node:v8");
const vm = require("node:vm");

const suffix = `.${process.versions.v8}-${process.arch}.code`;
const run = [];

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    run.push({ script: this, file: options.filename });
  }
};

// V8 takes code only where its flags are those that it was made with, and a program starts before it changes any.
v8.setFlagsFromString = () => {};

process.on("exit", () => {
  for (const { script, file } of run) writeFileSync(file + suffix, script.createCachedData());
});
