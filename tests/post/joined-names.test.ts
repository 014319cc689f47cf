import { expect, test } from "vitest";
import { hasPrivateName } from "../../src/post/joined-names.ts";

test.each([
  ["UbisoftStories", "Ubisoft", true],
  ["#ubisoft", "Ubisoft", true],
  ["2025-01-07-the-ubisoft-crisis", "Ubisoft", true],
  ["MetaData", "Meta", true],
  ["metadata", "Meta", false],
  ["metal", "Meta", false],
])("hashtags and file names: %s holds %s: %s", (joined, name, expected) => {
  expect(hasPrivateName(joined, { name, alias: null })).toBe(expected);
});
