// Bundles the extension for VS Code, a client only: npm run build:vscode [-- FOLDER]. @vscode/vsce packs it.
import "./refuse-old-node.mjs";
import { resolve } from "node:path";
import fs from "fs-extra";
import { rolldown } from "rolldown";
import { extension } from "./bundles.mjs";

process.chdir(resolve(import.meta.dirname, ".."));
const { output, ...input } = extension;
const bundle = await rolldown(input);
await bundle.write({ ...output, dir: process.argv[2] ?? output.dir });
await bundle.close();
fs.copySync("LICENSE", "editors/vscode/LICENSE");
