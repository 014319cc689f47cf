import type { CommandEntry } from "./commands/entry.ts";
import { registerList } from "./commands/list.ts";
import { registerTags } from "./commands/tags.ts";

/**
 * Every command, in the order of the help. `list` and `tags` are part of the chunk that starts the program, since they
 * are called most and need nothing heavy; the others are loaded when they are called.
 */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "init",
    summary: "make a bank here or in a folder",
    load: async () => (await import("./commands/init.ts")).registerInit,
  },
  { name: "add", summary: "capture a story", load: async () => (await import("./commands/add.ts")).registerAdd },
  {
    name: "seed",
    summary: "note in one line what happened",
    load: async () => (await import("./commands/seed.ts")).registerSeed,
  },
  {
    name: "seeds",
    summary: "list what waits to become a story",
    load: async () => (await import("./commands/seeds.ts")).registerSeeds,
  },
  {
    name: "import",
    summary: "bring in notes, folders and documents",
    load: async () => (await import("./commands/import.ts")).registerImport,
  },
  { name: "list", alias: "ls", summary: "list stories by week and day", load: async () => registerList },
  {
    name: "show",
    summary: "show a story or post, and what belongs to it",
    load: async () => (await import("./commands/show.ts")).registerShow,
  },
  {
    name: "edit",
    summary: "edit a story or post, or set its keys",
    load: async () => (await import("./commands/edit.ts")).registerEdit,
  },
  {
    name: "open",
    summary: "open the file of a story or post",
    load: async () => (await import("./commands/open.ts")).registerOpen,
  },
  {
    name: "mv",
    summary: "rename a story or post, and all that refers to it",
    load: async () => (await import("./commands/mv.ts")).registerMv,
  },
  {
    name: "rm",
    summary: "move a story or post to the trash",
    load: async () => (await import("./commands/rm.ts")).registerRm,
  },
  {
    name: "restore",
    summary: "bring a story or post back from the trash",
    load: async () => (await import("./commands/restore.ts")).registerRestore,
  },
  {
    name: "tag",
    summary: "add or remove tags on a story",
    load: async () => (await import("./commands/tag.ts")).registerTag,
  },
  { name: "tags", summary: "list the tags, or rename one", load: async () => registerTags },
  {
    name: "search",
    summary: "find stories and posts by their words",
    load: async () => (await import("./commands/search.ts")).registerSearch,
  },
  {
    name: "templates",
    summary: "list post templates, and those a story can fill",
    load: async () => (await import("./commands/templates.ts")).registerTemplates,
  },
  {
    name: "hooks",
    summary: "list hook templates, or a story's hooks",
    load: async () => (await import("./commands/hooks.ts")).registerHooks,
  },
  {
    name: "draft",
    summary: "assemble a post from a story and a hook",
    load: async () => (await import("./commands/draft.ts")).registerDraft,
  },
  {
    name: "week",
    summary: "show a week, and draft what is missing",
    load: async () => (await import("./commands/week.ts")).registerWeek,
  },
  {
    name: "render",
    summary: "print a post as it is pasted",
    load: async () => (await import("./commands/render.ts")).registerRender,
  },
  {
    name: "check",
    summary: "find what is wrong with posts and stories",
    load: async () => (await import("./commands/check.ts")).registerCheck,
  },
  {
    name: "trace",
    summary: "show what each statement of a post rests on",
    load: async () => (await import("./commands/trace.ts")).registerTrace,
  },
  {
    name: "confirm",
    summary: "keep that you know better than the story",
    load: async () => (await import("./commands/confirm.ts")).registerConfirm,
  },
  {
    name: "names",
    summary: "list the names in stories and posts, or decide on one",
    load: async () => (await import("./commands/names.ts")).registerNames,
  },
  {
    name: "mark",
    summary: "move a post along: ready, scheduled, published",
    load: async () => (await import("./commands/mark.ts")).registerMark,
  },
  {
    name: "record",
    summary: "record what a post has brought",
    load: async () => (await import("./commands/record.ts")).registerRecord,
  },
  {
    name: "note",
    summary: "keep what was learned from a post",
    load: async () => (await import("./commands/note.ts")).registerNote,
  },
  { name: "posts", summary: "list posts", load: async () => (await import("./commands/posts.ts")).registerPosts },
  {
    name: "stats",
    summary: "what posts have brought, against their targets",
    load: async () => (await import("./commands/stats.ts")).registerStats,
  },
  {
    name: "export",
    summary: "write a week, a calendar, a table, or pages",
    load: async () => (await import("./commands/export.ts")).registerExport,
  },
  {
    name: "serve",
    summary: "show the bank as a page that follows your files",
    load: async () => (await import("./commands/serve.ts")).registerServe,
  },
  {
    name: "lsp",
    summary: "serve your editor, which starts it itself",
    load: async () => (await import("./commands/lsp.ts")).registerLsp,
  },
  {
    name: "doctor",
    summary: "find what is wrong with the set-up",
    load: async () => (await import("./commands/doctor.ts")).registerDoctor,
  },
  {
    name: "completion",
    summary: "print a completion script for your shell",
    load: async () => (await import("./commands/completion.ts")).registerCompletion,
  },
  {
    name: "__complete",
    summary: "list what a word can become",
    isHidden: true,
    load: async () => {
      const { registerComplete } = await import("./commands/complete.ts");
      return (program, context) => registerComplete(program, context, COMMANDS);
    },
  },
];
