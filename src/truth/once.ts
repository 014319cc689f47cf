/** What is made when it is first asked for: only a statement that is not in the story's own words does. */
export function once<T extends object | boolean>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
