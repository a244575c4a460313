import { pageHeaders } from './page-headers.ts';

const style = `body{font:18px/1.5 system-ui,sans-serif;max-width:28em;margin:3em auto;padding:0 1em;color:#1b1b1b;background:#fff}
h1{font-size:1.3em}label{display:block;margin:1.5em 0 .4em}
input{font:inherit;font-size:1.6em;letter-spacing:.2em;width:8em;padding:.2em .4em;border:2px solid #5b5fc7;border-radius:6px}
button{font:inherit;margin-top:1.2em;padding:.5em 1.4em;border:0;border-radius:6px;color:#fff;background:#5b5fc7}
.no{border-left:4px solid #b00020;padding-left:.8em}`;

/** For every answer about a file: kept nowhere, found by no search engine. */
export const fileHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders(style),
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
};

const notices = {
  none: '',
  'not-given':
    '<p class="no">These digits open nothing here. Compare them with the card. A link opens once and for ten minutes: ask Staffroom in Teams for a new one.</p>',
  failed:
    '<p class="no">Something went wrong here, and the file was not given. Ask Staffroom in Teams for a new link.</p>',
} as const;
export type Notice = keyof typeof notices;

/** The page that asks for the code. It is the same for every link, whether there is anything behind it or not. */
export function filePage(notice: Notice): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A file from Staffroom</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body>
<h1>A file from Staffroom</h1>${notices[notice]}
<form method="post"><label for="code">The six digits on your card in Teams</label>
<input id="code" name="code" inputmode="numeric" autocomplete="off" pattern="[0-9]{3} ?[0-9]{3}" maxlength="7" required autofocus>
<br><button>Get the file</button></form>
<p>It can be fetched once. Keep it where only those can read it whom it concerns.</p></body></html>
`;
}
