import { amber, green, red, type HealthLine } from './health-line.ts';

/** What came of asking Entra for a token with the bot's own credential. */
export type SignInFacts =
  | { readonly kind: 'signed-in' }
  /** Entra answered and said no; `code` is its own ("AADSTS7000222"). */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly code: string };

const dayMs = 24 * 60 * 60 * 1000;
const soonDays = 30;

/** What the commonest refusals mean. Source: learn.microsoft.com/entra/identity-platform/reference-error-codes */
const refusals: Readonly<Record<string, string>> = {
  AADSTS700016: 'There is no application BOT_ID in the tenant BOT_TENANT_ID; check both.',
  AADSTS700027: 'Upload the certificate of BOT_CERT_FILE to the app registration again.',
  AADSTS7000112: 'The app registration was switched off; let an administrator switch it on.',
  AADSTS7000215: 'BOT_SECRET is not the secret; copy its value, not its id.',
  AADSTS7000222: 'The secret has expired; make a new one, or better a certificate.',
  AADSTS90002: 'There is no tenant BOT_TENANT_ID; check it.',
};

/** Whether the bot can sign in, and for how long its certificate, if it has one, is still good. */
export function checkSignIn(signIn: SignInFacts, certificateUntil: Date | undefined, now: Date): HealthLine[] {
  return [lineOf(signIn), ...(certificateUntil ? [checkCertificate(certificateUntil, now)] : [])];
}

function lineOf(signIn: SignInFacts): HealthLine {
  if (signIn.kind === 'signed-in') return green('sign-in', 'Microsoft Entra signs the bot in.');
  if (signIn.kind === 'refused') {
    const todo =
      refusals[signIn.code] ?? 'Check BOT_ID, BOT_TENANT_ID and the credential against the app registration.';
    return red('sign-in', `Microsoft Entra does not sign the bot in (${signIn.code}).`, `ICT lead: ${todo}`);
  }
  return red(
    'sign-in',
    `The bot got no answer when it wanted to sign in (${signIn.code}).`,
    'ICT lead: see the line “network”; in Azure, check that the managed identity is assigned to the bot.',
  );
}

function checkCertificate(until: Date, now: Date): HealthLine {
  const day = until.toISOString().slice(0, 10);
  const todo = 'ICT lead: make a new certificate, add it to the app registration, then name it in BOT_CERT_FILE.';
  const days = Math.floor((until.getTime() - now.getTime()) / dayMs);
  if (days < 0) return red('cert', `The certificate of the bot ended on ${day}.`, todo);
  if (days < soonDays) return amber('cert', `The certificate of the bot ends on ${day}.`, todo);
  return green('cert', `The certificate of the bot is good until ${day}.`);
}
