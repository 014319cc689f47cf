import { configDefaults, defineConfig } from "vitest/config";

/** Tests that wait for other programs: terminals, browsers, editors, git, and processes that are killed. */
const WITH_OTHERS = [
  "tests/{desktop,editor,start,start-alone}.test.ts",
  "tests/golden/terminal.test.ts",
  "tests/{build,commands,editors,faults,git,lsp,mcp,page,prompts}/**/*.test.ts",
];

export default defineConfig({
  test: {
    setupFiles: ["tests/support/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: ["dot"],
    projects: [
      {
        extends: true,
        test: {
          name: "alone",
          include: ["tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...WITH_OTHERS],
        },
      },
      // On a machine with much to do, what is waited for may come late; what is wrong is so every time.
      {
        extends: true,
        test: { name: "with others", include: WITH_OTHERS, retry: process.env.CI === undefined ? 0 : 2 },
      },
    ],
  },
});
