/** All that an outsider learns from a refusal, by its status. The doctor knows the bot by them. */
export const refusals: Readonly<Record<number, string>> = {
  400: 'The request is not one that this service understands.',
  401: 'Sign-in is required.',
  403: 'This is not served here.',
  404: 'There is nothing here.',
  405: 'There is nothing here.',
  413: 'The request is too large.',
  415: 'Send what this service expects, not compressed.',
  503: 'The service is stopping. Try again shortly.',
};
