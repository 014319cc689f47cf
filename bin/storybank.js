#!/usr/bin/env node
// Starts dist/storybank.cjs. CommonJS, as package.json beside it says: the loader of ES modules alone would cost a third
// of the start-up time. The bundle's files are loaded here instead of by require(), so that V8 is handed the compiled
// code that the build keeps beside them (build/code-cache.mjs); where none is of this Node, or V8 refuses it, V8 compiles.
"use strict";
const { readFileSync, statSync } = require("node:fs");
const { dirname, join, relative } = require("node:path");
const { Script } = require("node:vm");

const HEAD = "(function(exports,require,module,__filename,__dirname){";
const root = join(__dirname, "..");
const suffix = `.${process.versions.v8}-${process.arch}.code`;
const modules = new Map();

function load(file) {
  const known = modules.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(file, module);
  const folder = dirname(file);
  const options = { filename: file, columnOffset: -HEAD.length, cachedData: readCode(file) };
  const run = new Script(`${HEAD}${readSource(file)}\n})`, options).runInThisContext();
  run(
    module.exports,
    (name) => (name.startsWith(".") ? load(join(folder, name)) : require(name)),
    module,
    file,
    folder,
  );
  return module.exports;
}

function readSource(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const what = error.code === "ENOENT" ? "is missing" : `can't be read (${error.code})`;
    process.stderr.write(`storybank: ${relative(root, file)} of the program ${what}.\n`);
    process.stderr.write("In a clone, build it with npm ci; else install it again.\n");
    process.exit(1);
  }
}

function readCode(file) {
  try {
    // V8 compares no more than lengths, so code that is older than its source is not taken; unpacking may swap seconds.
    const isOlder = statSync(file + suffix).mtimeMs < statSync(file).mtimeMs - 10_000;
    return isOlder ? undefined : readFileSync(file + suffix);
  } catch {
    return undefined;
  }
}

// The version alone needs nothing of the program.
if (process.argv.length === 3 && /^(?:--version|-V)$/.test(process.argv[2]))
  process.stdout.write(`${require("../package.json").version}\n`);
else load(join(root, "dist", "storybank.cjs"));
