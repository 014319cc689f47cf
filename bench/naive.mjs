// What storybank list would be, written the plain way: gray-matter and awaited reads. Usage: naive.mjs BANK WEEK
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import matter from "gray-matter";

const [bank, week] = process.argv.slice(2);
const stories = [];
for (const name of await readdir(join(bank, "stories"))) {
  const { data } = matter(await readFile(join(bank, "stories", name), "utf8"), {});
  if (String(data.week) === week) stories.push(`${data.day}  ${data.title}  ${data.tags.join(", ")}`);
}
console.log(stories.join("\n"));
