/** Says on a terminal how far long work has come; short work says nothing. */
export interface Progress {
  at(done: number, of: number): void;
  done(): void;
}

/** Work that takes less is not worth a line. */
const PATIENCE_MS = 400;
const BETWEEN_MS = 100;

export function startProgress(what: string, write: ((text: string) => void) | null, now: () => number): Progress {
  const start = now();
  let last = 0;
  return {
    at(done, of) {
      if (write === null) return;
      const time = now();
      if (time - start < PATIENCE_MS || time - last < BETWEEN_MS) return;
      last = time;
      write(`\r${what}: ${done} of ${of}\x1b[K`);
    },
    done() {
      if (last > 0) write?.("\r\x1b[K");
    },
  };
}
