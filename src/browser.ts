import type { ChildProcess } from "node:child_process";
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

/** Whether there are windows to open something in. */
export function hasDesktop(platform: string, env: Readonly<Record<string, string | undefined>>): boolean {
  if (platform === "darwin" || platform === "win32") return true;
  return [env["DISPLAY"], env["WAYLAND_DISPLAY"], env["WSL_DISTRO_NAME"]].some(
    (each) => each !== undefined && each !== "",
  );
}

/** A desktop that has nothing for a file says so sooner. */
const PATIENCE_MS = 2000;

/** Opens a file in what the desktop has for it. Says false where it has nothing, or it can't be started. */
export async function openOnDesktop(file: string): Promise<boolean> {
  try {
    return await succeeds(await open(file));
  } catch {
    return false;
  }
}

/** What goes on running has found something to show the file with. */
function succeeds(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), PATIENCE_MS);
    const end = (isShown: boolean): void => {
      clearTimeout(timer);
      resolve(isShown);
    };
    child.once("error", () => end(false));
    child.once("exit", (code) => end(code === 0));
  });
}
