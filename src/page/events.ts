/** Tells every open page that something has changed. */
export interface ChangeFeed {
  /** Calls back at each change until the returned function is called. */
  listen(onChange: () => void): () => void;
  tell(): void;
  /** How many pages listen. */
  readonly listeners: number;
}

export function createChangeFeed(): ChangeFeed {
  const listening = new Set<() => void>();
  return {
    listen(onChange) {
      listening.add(onChange);
      return () => void listening.delete(onChange);
    },
    tell() {
      for (const onChange of [...listening]) onChange();
    },
    get listeners() {
      return listening.size;
    },
  };
}
