import { dirname, join } from "node:path";
import fs from "fs-extra";

/**
 * Writes dist/LICENSES.md: the licences of all packages whose code the bundle holds.
 *
 * @returns {import("rolldown").Plugin}
 */
export function listLicenses() {
  return {
    name: "list-licenses",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
      const folders = [...new Set(modules.filter((id) => id.includes("node_modules")).map(packageFolder))].sort();
      const source = ["# Licences of the bundled packages", ...folders.map(describe)].join("\n\n");
      this.emitFile({ type: "asset", fileName: "LICENSES.md", source: `${source}\n` });
    },
  };
}

function packageFolder(module) {
  let folder = dirname(module);
  while (!fs.pathExistsSync(join(folder, "package.json")) || readManifest(folder).name === undefined)
    folder = dirname(folder);
  return folder;
}

function readManifest(folder) {
  return fs.readJsonSync(join(folder, "package.json"));
}

function describe(folder) {
  const { name, version, license } = readManifest(folder);
  const file = fs.readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : `\n\n${fs.readFileSync(join(folder, file), "utf8").trim()}`;
  return `## ${name} ${version}: ${license ?? "see below"}${text}`;
}
