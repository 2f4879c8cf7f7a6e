import { createHash } from 'node:crypto';
import type { Response } from 'restify';

/** A page that a person sees in a browser. */
export interface Page {
  title: string;
  /** What is said, a paragraph each. */
  paragraphs: readonly string[];
  /** Shown large, to be copied or typed; also in `data-code` of the body, for scripts. */
  code?: string;
  /** What the page runs, in order; inline scripts are never allowed. */
  scripts?: readonly PageScript[];
  /** What the person decides. */
  form?: PageForm;
}

/** A form of a page, posted to this host. */
export interface PageForm {
  /** A path. */
  action: string;
  /** An origin that the answer to the form may lead on to. */
  leadsTo?: string;
  /** Sent along as they are. */
  hidden: Readonly<Record<string, string>>;
  /** All but the first are set back; each sends `answer` with its value. */
  buttons: readonly { value: string; title: string }[];
}

/** A script from this host (a path), or from another with the hash that it must have. */
export interface PageScript {
  src: string;
  /** Subresource integrity; required for another host. */
  integrity?: string;
}

const style =
  'body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#242424;background:#fff}' +
  'h1{font-size:1.25rem}button{font:inherit;padding:.5rem 1rem;margin:0 .5rem .5rem 0}button:first-of-type{font-weight:600}code{font-size:1.75rem;letter-spacing:.1em}' +
  '@media(prefers-color-scheme:dark){body{color:#f5f5f5;background:#1f1f1f}}';
const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Answers with a page that nobody may keep, frame or put scripts into. */
export function sendPage(response: Response, status: number, page: Page): void {
  const sources = (page.scripts ?? []).map(({ src }) => (src.startsWith('/') ? "'self'" : new URL(src).origin));
  response.sendRaw(status, html(page), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${styleHash}`,
      `script-src ${[...new Set(sources)].join(' ') || "'none'"}`,
      `form-action ${page.form ? ["'self'", page.form.leadsTo ?? ''].join(' ').trim() : "'none'"}`,
      "base-uri 'none'; frame-ancestors 'none'",
    ].join('; '),
    ...secretHeaders,
  });
}

/** Sends the browser elsewhere. */
export function sendRedirect(response: Response, location: string): void {
  response.sendRaw(302, '', { location, ...secretHeaders });
}

/** The address bar of these pages holds what is good for one sign-in: it is not passed on and not kept. */
const secretHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

function html({ title, paragraphs, code, scripts = [], form }: Page): string {
  const tags = scripts.map(({ src, integrity }) =>
    integrity
      ? `<script src="${escaped(src)}" integrity="${escaped(integrity)}" crossorigin="anonymous"></script>`
      : `<script src="${escaped(src)}"></script>`,
  );
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    `<meta name="viewport" content="width=device-width"><style>${style}</style></head>`,
    `<body${code === undefined ? '' : ` data-code="${escaped(code)}"`}><main><h1>${escaped(title)}</h1>`,
    ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
    code === undefined ? '' : `<p><code>${escaped(code)}</code></p>`,
    form ? formOf(form) : '',
    `</main>${tags.join('')}</body></html>`,
  ].join('\n');
}

function formOf({ action, hidden, buttons }: PageForm): string {
  const fields = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const decisions = buttons.map(
    ({ value, title }) => `<button name="answer" value="${escaped(value)}">${escaped(title)}</button>`,
  );
  return `<form method="post" action="${escaped(action)}">${fields.join('')}${decisions.join(' ')}</form>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
