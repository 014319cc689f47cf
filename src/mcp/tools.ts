import type { Tool } from "./tool.ts";
import { addStoryTool } from "./tools/add-story.ts";
import { checkTool } from "./tools/check.ts";
import { draftTool } from "./tools/draft.ts";
import { hooksTool } from "./tools/hooks.ts";
import { readTool } from "./tools/read.ts";
import { recordTool } from "./tools/record.ts";
import { savePostTool } from "./tools/save-post.ts";
import { searchTool } from "./tools/search.ts";
import { weekTool } from "./tools/week.ts";

/** The tools that are offered; those that only write are left out where nothing may be written. */
export function listTools(isReadOnly: boolean): Tool[] {
  const tools = [
    searchTool,
    readTool,
    weekTool,
    hooksTool,
    draftTool(isReadOnly),
    checkTool,
    savePostTool,
    recordTool,
    addStoryTool,
  ];
  return isReadOnly ? tools.filter(({ writes }) => !writes) : tools;
}
