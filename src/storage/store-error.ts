/** The store cannot be used. The message is one line for the person who runs the bot: what is wrong and what to do. */
export class StoreError extends Error {
  override name = 'StoreError';
}
