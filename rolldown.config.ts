import { defineConfig } from "rolldown";
import { listLicenses } from "./licenses.config.ts";

/**
 * One hot chunk that starts the program; everything heavy stays in chunks that are loaded when a command needs them.
 * What several of them share, and starting needs anyway, goes into the hot chunk.
 */
export default defineConfig({
  input: { storybank: "src/main.ts" },
  platform: "node",
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
          test: /rolldown.runtime|src\/(errors|calendar\/days|front-matter\/(values|fence|scan|read)|story\/(schema|filter)|post\/(post|uses|results)|render\/(width|visible|table))\.ts/,
        },
      ],
    },
    entryFileNames: "[name].cjs",
    chunkFileNames: "chunks/[name].cjs",
    minify: { compress: true, mangle: false, codegen: true },
  },
});
