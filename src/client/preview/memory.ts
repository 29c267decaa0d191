/** A value that outlives the page, unless the browser denies storage. */
export interface Memory {
  recall(): string | null;
  keep(value: string): void;
}

/** Open the value at a key. @param storage Called each time, since access itself throws if storage is denied. */
export function openMemory(storage: () => Storage, key: string): Memory {
  return {
    recall: () => {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    keep: (value) => {
      try {
        storage().setItem(key, value);
      } catch {
        // The value is lost with the page.
      }
    },
  };
}
