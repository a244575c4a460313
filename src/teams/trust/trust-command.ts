const command =
  /^(?:please )?(?:(?:show|see|open) (?:me )?)?(?:the |our |my )?trust(?:['’]s)?(?: totals?)?(?:,? page (\d{1,4}))?[ .?!]*$/i;

/** Reads "trust", "trust totals" and "trust page 2": the page, from 0; undefined for other words. */
export function readTrustCommand(said: string): number | undefined {
  const read = command.exec(said.trim());
  return read ? Math.max(0, Number(read[1] ?? 1) - 1) : undefined;
}
