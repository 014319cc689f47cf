// Builds dist: npm run build. The new one is made beside the old one, and takes its place once it is whole and has been run.
import "./refuse-old-node.mjs";
import { basename, dirname, join, resolve } from "node:path";
import fs from "fs-extra";
import { rolldown } from "rolldown";
import { page, program } from "./bundles.mjs";
import { keepCompiledCode } from "./code-cache.mjs";

const root = resolve(import.meta.dirname, "..");
process.chdir(root);
const place = fs.mkdtempSync("dist-");
process.on("exit", () => fs.removeSync(join(root, place)));
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
])
  process.on(signal, () => process.exit(code));

for (const { output, ...input } of [program, page]) {
  const bundle = await rolldown(input);
  await bundle.write({ ...output, dir: join(place, output.dir) });
  await bundle.close();
}
for (const part of ["bin", "templates"]) fs.copySync(part, join(place, part));
keepCompiledCode(resolve(place));
swap(join(place, "dist"), "dist");

/** Two renames, so that a command that starts meanwhile finds the one or the other. */
function swap(made, kept) {
  const old = join(dirname(made), `old-${basename(kept)}`);
  if (fs.pathExistsSync(kept)) fs.renameSync(kept, old);
  fs.renameSync(made, kept);
}
