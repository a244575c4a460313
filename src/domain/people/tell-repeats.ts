/** Tells each entry of the list `name` whose `keys` hold what an earlier entry's hold; what is absent repeats nothing. */
export function tellRepeats<Entry extends object>(
  entries: readonly Entry[],
  keys: readonly (keyof Entry & string)[],
  name: string,
  tell: (path: (string | number)[], message: string) => void,
): void {
  for (const key of keys) {
    const seen = new Set<unknown>();
    entries.forEach((entry, i) => {
      const value = entry[key];
      if (value !== undefined && seen.has(value))
        tell([name, i, key], `an earlier entry has the same ${key}; each needs its own`);
      seen.add(value);
    });
  }
}
