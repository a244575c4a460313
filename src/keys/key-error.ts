/** The keys cannot be used. The message is one line for the person who runs the bot: what is wrong and what to do. */
export class KeyError extends Error {
  override name = 'KeyError';
}
