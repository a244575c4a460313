import type { Decision } from '../../domain/versions/adopt-version.ts';
import { adoptingBody } from './adopting-body.ts';

/** `policy` is the id or the title, as it was typed. */
export type VersionCommand =
  | { readonly kind: 'list' }
  | { readonly kind: 'changes'; readonly policy: string }
  | { readonly kind: 'adopt'; readonly policy: string; readonly decision: Decision };

const list = /^(?:(?:show|list|see) (?:me )?)?(?:the )?(?:policy )?versions[ .?!]*$/i;
const changes = /^(?:(?:show|see) (?:me )?)?(?:what (?:has )?changed in|changes (?:in|of|to)) (.{2,200}?)[ .?!]*$/i;
const adopt = /^(?:please )?put (.{2,200}?) in force(?: as)?[ :,]+(binding|minor)[ :,]+(.*)$/is;
const details =
  /^(?:by |adopted by )?(?:the )?(board|governing board|governors|committee|head|headteacher)[ ,]+(?:on )?(\d{4}-\d{2}-\d{2})(?:[ ,;]+(?:at |because )?(.*))?$/is;

/**
 * Reads what a head types about versions: "versions", "what changed in <policy>", "put <policy> in force: binding, board,
 * 2026-11-18, autumn meeting". Of a minor change the last words are the reason, of a binding one the meeting. What is not
 * said right is a decision with its day or its body missing, which is then asked for; other words are no command.
 */
export function readVersionCommand(said: string): VersionCommand | undefined {
  const words = said.trim();
  if (list.test(words)) return { kind: 'list' };
  const [, policy, change = '', rest = ''] = adopt.exec(words) ?? [];
  if (policy !== undefined) {
    const isMinor = change.toLowerCase() === 'minor';
    const [, body = '', adoptedOn = '', last = ''] = details.exec(rest.trim()) ?? [];
    const decision: Decision = {
      change: isMinor ? 'minor' : 'binding',
      adoptedBy: adoptingBody(body) ?? 'governing-board',
      adoptedOn,
      meeting: isMinor ? '' : last,
      reason: isMinor ? last : '',
    };
    return { kind: 'adopt', policy, decision };
  }
  const asked = changes.exec(words)?.[1];
  return asked === undefined ? undefined : { kind: 'changes', policy: asked };
}
