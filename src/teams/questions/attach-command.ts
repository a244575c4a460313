/** Words that staff ask in, and the clause that answers, as somebody names it. */
export interface AttachCommand {
  readonly meant: string;
  readonly words: string;
}

/** Reads `attach mobile devices 2.2: may I have my phone on me`; the clause may be named by its key too. */
export function readAttachCommand(text: string): AttachCommand | undefined {
  const [, meant, words] = /^attach ([^:]{1,160}):\s*(\S.*)$/is.exec(text) ?? [];
  return meant !== undefined && words !== undefined ? { meant, words } : undefined;
}
