import fs from "fs-extra";
import { listLicenses } from "./licenses.mjs";

/**
 * What a browser loads with the pages of `serve` and `export --html`: one script, one style, one icon.
 *
 * @type {import("rolldown").RolldownOptions}
 */
export const page = {
  input: { page: "src/page/client/page.ts" },
  platform: "browser",
  plugins: [
    {
      name: "page-assets",
      buildStart() {
        const read = (file) => fs.readFileSync(`src/page/style/${file}`, "utf8");
        const style = ["base", "frame", "parts", "prose", "week", "post", "story", "tables"]
          .map((part) => read(`${part}.css`))
          .join("\n");
        this.emitFile({ type: "asset", fileName: "page.css", source: style });
        this.emitFile({ type: "asset", fileName: "icon.svg", source: read("icon.svg") });
      },
    },
  ],
  output: { dir: "dist/page", format: "iife", entryFileNames: "[name].js", minify: true },
};

/**
 * The extension for VS Code: one file, with all but the editor's own API.
 *
 * @type {import("rolldown").RolldownOptions}
 */
export const extension = {
  input: { extension: "editors/vscode/src/extension.ts" },
  platform: "node",
  external: ["vscode"],
  output: { dir: "editors/vscode/dist", format: "cjs", entryFileNames: "[name].cjs", cleanDir: true, minify: true },
};

/**
 * One hot chunk that starts the program; everything heavy stays in chunks that are loaded when a command needs them.
 * What several of them share, and starting needs anyway, goes into the hot chunk.
 *
 * @type {import("rolldown").RolldownOptions}
 */
export const program = {
  input: { storybank: "src/main.ts" },
  platform: "node",
  // gray-matter's JavaScript engine is replaced by one that throws (see src/front-matter/parse.ts), so its eval is never called.
  checks: { eval: false },
  plugins: [
    listLicenses(),
    {
      // gray-matter's own YAML engine is replaced by the yaml package (see src/front-matter/parse.ts), so it is never called.
      name: "gray-matter-without-js-yaml",
      resolveId: (source, importer) =>
        source === "js-yaml" && importer?.includes("gray-matter") ? "\0no-js-yaml" : null,
      load: (id) => (id === "\0no-js-yaml" ? "export function safeLoad() {} export function safeDump() {}" : null),
    },
    {
      // commander loads child_process for stand-alone subcommands, which storybank has none of; it costs 6 ms at every start.
      name: "commander-without-child-process",
      resolveId: (source, importer) =>
        source === "node:child_process" && importer?.includes("commander") ? "\0no-child-process" : null,
      load: (id) => (id === "\0no-child-process" ? "export default {};" : null),
    },
    {
      // twitter-text means the package of this name; Node's own module says at every load that it is deprecated.
      name: "twitter-text-with-own-punycode",
      resolveId(source, importer) {
        return source === "punycode" && importer?.includes("twitter-text")
          ? this.resolve("punycode/punycode.js", importer)
          : null;
      },
    },
    {
      // liquidjs loads crypto for two filters no template here uses; it costs 4 ms at every draft.
      name: "liquidjs-with-late-crypto",
      resolveId: (source, importer) =>
        source === "crypto" && importer?.includes("liquidjs") ? "\0late-crypto.cjs" : null,
      load: (id) =>
        id === "\0late-crypto.cjs"
          ? 'for (const name of ["createHash", "createHmac"]) exports[name] = (...args) => require("node:crypto")[name](...args);'
          : null,
    },
  ],
  output: {
    dir: "dist",
    format: "cjs",
    cleanDir: true,
    // What starting needs and lazy chunks share stands in one file: every further file costs 1% of the start-up time.
    codeSplitting: {
      groups: [
        {
          name: "core",
          test: /rolldown.runtime|src\/(errors|calendar\/days|front-matter\/(values|fence|scan|read|key-line)|story\/(schema|filter|quote-word)|text\/letters|bank\/(read|walk|write|process|file|whole|recovered|resolve|resolve-post)|post\/(post|uses|results|links)|render\/(width|wrap|visible|table))\.ts/,
        },
        // Whoever needs one of them needs most of them.
        { name: "private-names", test: /src\/post\/(private-names|joined-names|aliases)\.ts/ },
        { name: "next-step", test: /src\/(?:jobs|render)\/next-step\.ts/ },
      ],
    },
    entryFileNames: "[name].cjs",
    chunkFileNames: "chunks/[name].cjs",
    minify: { compress: true, mangle: false, codegen: true },
  },
};
