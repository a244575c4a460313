import type { AppSettings } from '../../config.ts';
import type { AppValues } from './fill-template.ts';

const shortest = 32;

/** The values for the manifest. `schools` are the names of the schools that the bot serves, one at least. */
export function appValues(
  { botId, publicUrl }: Pick<AppSettings, 'botId' | 'publicUrl'>,
  { schools, version }: { readonly schools: readonly string[]; readonly version: string },
): AppValues {
  const [first = '', ...others] = schools;
  const last = others.at(-1);
  const school = last === undefined ? first : `${[first, ...others.slice(0, -1)].join(', ')} and ${last}`;
  return {
    APP_VERSION: version,
    BOT_ID: botId,
    PUBLIC_URL: publicUrl,
    DOMAIN: new URL(publicUrl).hostname,
    SCHOOL: school,
    SCHOOL_SHORT: last === undefined ? shorten(first) : 'Staffroom',
  };
}

/** At most 32 characters, whole words where there are some. */
function shorten(name: string): string {
  if (name.length <= shortest) return name;
  const cut = name.slice(0, shortest - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : cut.length).trimEnd()}…`;
}
