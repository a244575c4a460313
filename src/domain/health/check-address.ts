import { amber, green, red, type HealthLine } from './health-line.ts';

/** What was found at PUBLIC_URL, where Teams and browsers reach the bot, as seen from the bot's own machine. */
export type AddressFacts =
  | { readonly kind: 'not-set' }
  /** The bot answered there. `until` is the last instant of the certificate of whoever stands in front. */
  | { readonly kind: 'answers'; readonly until?: Date | undefined }
  | { readonly kind: 'other'; readonly status: number }
  /** No connection that a browser would trust. */
  | { readonly kind: 'untrusted'; readonly code: string }
  | { readonly kind: 'silent'; readonly code: string };

const dayMs = 24 * 60 * 60 * 1000;
const soonDays = 14;

/** Whether the bot is there under its public address, with a certificate that Teams trusts. */
export function checkAddress(address: AddressFacts, now: Date): HealthLine[] {
  switch (address.kind) {
    case 'not-set':
      return [
        amber(
          'address',
          'PUBLIC_URL is not set: whether Teams gets to the bot cannot be looked at, and no file is given by a link.',
          'ICT lead: set PUBLIC_URL to the address of the messaging endpoint, without /api/messages.',
        ),
      ];
    case 'answers':
      return [
        green('address', 'The bot answers at PUBLIC_URL, /api/messages.'),
        ...(address.until ? [checkCertificate(address.until, now)] : []),
      ];
    case 'other':
      return [
        red(
          'address',
          `Something else than the bot answers at PUBLIC_URL, /api/messages (${address.status}).`,
          'ICT lead: let the reverse proxy pass /api/messages and /files/ on to HOST and PORT unchanged; start the bot.',
        ),
      ];
    case 'untrusted':
      return [
        red(
          'tls',
          `The certificate at PUBLIC_URL is not one that Teams trusts (${address.code}).`,
          'ICT lead: get one from a public authority for this name; the reverse proxy of docs/set-up.md does it by itself.',
        ),
      ];
    case 'silent':
      return [
        red(
          'address',
          `Nothing answers at PUBLIC_URL (${address.code}).`,
          'ICT lead: check its DNS name, port 443 of the firewall and the reverse proxy; if only this machine cannot reach it, open it from a telephone.',
        ),
      ];
  }
}

function checkCertificate(until: Date, now: Date): HealthLine {
  const day = until.toISOString().slice(0, 10);
  const days = Math.floor((until.getTime() - now.getTime()) / dayMs);
  if (days >= soonDays) return green('tls', `The certificate at PUBLIC_URL is good until ${day}.`);
  const todo = 'ICT lead: see why the reverse proxy has not renewed it; from that day on Teams does not reach the bot.';
  return amber('tls', `The certificate at PUBLIC_URL ends on ${day}.`, todo);
}
