const newline = 10;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The lines of a file without their line ends; a line that is not UTF-8 is undefined. What the last one ends is not a line. */
export function* fileLines(bytes: Uint8Array): Generator<string | undefined> {
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(newline, from);
    const to = found === -1 ? bytes.length : found;
    yield decode(bytes.subarray(from, to));
    from = to + 1;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
