// Preloaded into a run of storybank (node --require): lists on stderr, as JSON, the files of the bundle and the modules of Node it loaded.
"use strict";
const { basename } = require("node:path");
const vm = require("node:vm");

const before = new Set(process.moduleLoadList);
const files = [];

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    files.push({ name: basename(options.filename), refused: this.cachedDataRejected });
  }
};

process.on("exit", () => {
  const builtins = process.moduleLoadList.filter((name) => !before.has(name) && name.startsWith("NativeModule "));
  process.stderr.write(
    `${JSON.stringify({ files, builtins: builtins.map((name) => name.slice("NativeModule ".length)) })}\n`,
  );
});
