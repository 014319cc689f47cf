import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "rolldown";

/** Writes dist/LICENSES.md: the licences of all packages whose code the bundle holds. */
export function listLicenses(): Plugin {
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

function packageFolder(module: string): string {
  let folder = dirname(module);
  while (!existsSync(join(folder, "package.json")) || readManifest(folder).name === undefined) folder = dirname(folder);
  return folder;
}

function readManifest(folder: string): { name?: string; version?: string; license?: string } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

function describe(folder: string): string {
  const { name, version, license } = readManifest(folder);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : `\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
  return `## ${name} ${version}: ${license ?? "see below"}${text}`;
}
