/** What no run may have, however often and whenever the bot was killed. */
export const nothingWrong = {
  lost: 0,
  torn: 0,
  recordedTwice: 0,
  unlabelledDuplicates: 0,
  extraSecondCopies: 0,
  silent: 0,
  otherReceipts: 0,
  chain: 'whole',
} as const;

/** The run's seed: SEED, to replay one, or a new one. */
export function seedOf(): number {
  return Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
}
