import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";

/** What an editor made of a text, and the code it ended with. */
export interface EditedCopy {
  text: string;
  code: number;
}

/** Lets a copy of a text be edited under a file name, in a folder of its own that goes afterwards; `edit` waits for the editor. */
export async function editCopy(
  name: string,
  text: string,
  edit: (file: string) => Promise<number>,
): Promise<EditedCopy> {
  const folder = fs.mkdtempSync(join(tmpdir(), "storybank-"));
  const file = join(folder, name);
  try {
    fs.writeFileSync(file, text);
    const code = await edit(file);
    return { text: fs.readFileSync(file, "utf8"), code };
  } finally {
    fs.removeSync(folder);
  }
}
