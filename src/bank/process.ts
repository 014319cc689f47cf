import { readFileSync } from "node:fs";

/** This process's own number. */
export const OWN_PID = process.pid;

/** Tells whether a process with this number runs on this machine. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process started, in clock ticks since boot (Linux, proc(5)); null where the system does not tell. */
export function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

/** When this process started, as {@link startTime} tells it; elsewhere a word that no other process has. */
export const OWN_START = startTime(OWN_PID) ?? `x${Date.now().toString(36)}`;

/** Tells whether the very process runs that had this number and start, not one that was given its number later. */
export function isRunning(pid: number, start: string | null): boolean {
  if (!isAlive(pid)) return false;
  const running = startTime(pid);
  return start === null || running === null || running === start;
}

/** Does something and then cleans up, also when the process is asked to end meanwhile. */
export async function whileRunning<T>(cleanUp: () => void, work: () => Promise<T>): Promise<T> {
  process.once("exit", cleanUp);
  try {
    return await work();
  } finally {
    process.off("exit", cleanUp);
    cleanUp();
  }
}
