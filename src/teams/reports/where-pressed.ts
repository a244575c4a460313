import type { Caller } from '../caller.ts';
import type { PressedIn } from '../on-verb.ts';
import type { ReportDeps } from './report-deps.ts';

/**
 * Who sees the answer to a press about a report. `dialog` and `chat`: whoever pressed, alone. `channel`: everybody in a
 * connected safeguarding channel. `elsewhere`: people whom it does not concern.
 */
export type WherePressed = 'dialog' | 'chat' | 'channel' | 'elsewhere';

export async function wherePressed(
  { places }: Pick<ReportDeps, 'places'>,
  { place, actor, library }: Caller,
  pressedIn: PressedIn,
): Promise<WherePressed> {
  if (pressedIn === 'dialog') return 'dialog';
  if (place.kind === 'personal') return 'chat';
  if (place.kind !== 'channel') return 'elsewhere';
  const connected = await places.findPlace(actor.tenantId, place.channelId);
  return connected?.acceptedAt !== undefined && connected.schoolId === library.school.id ? 'channel' : 'elsewhere';
}
