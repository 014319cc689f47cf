import { defineConfig } from "rolldown";

/** One hot chunk that starts the program; everything heavy stays in chunks that are loaded when a command needs them. */
export default defineConfig({
  input: { storybank: "src/main.ts" },
  platform: "node",
  output: {
    dir: "dist",
    format: "cjs",
    cleanDir: true,
    entryFileNames: "[name].cjs",
    chunkFileNames: "chunks/[name].cjs",
    minify: { compress: true, mangle: false, codegen: true },
  },
});
