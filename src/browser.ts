import open from "open";

/** Opens an address in the browser. Says false where there is none, or it can't be started. */
export async function openBrowser(url: string): Promise<boolean> {
  try {
    const child = await open(url);
    return await new Promise((resolve) => {
      child.once("error", () => resolve(false));
      child.once("spawn", () => resolve(true));
    });
  } catch {
    return false;
  }
}
