import type { Request, Response } from 'restify';
import { oneTimeMs } from '../identity/oneTimeSecrets';

/** Only this host gets it, over TLS, and no script: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie */
const name = '__Host-partner-desk-connect';

/** Gives the browser something to come back with; empty takes it away. */
export function setBrowser(response: Response, value: string): void {
  const seconds = value ? oneTimeMs / 1000 : 0;
  // Lax: Entra sends the browser back from another site.
  response.setHeader('set-cookie', `${name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`);
}

/** What the browser came back with; empty if nothing. */
export function browserOf(request: Request): string {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? '';
}

/**
 * Whether a form can have come from one of our pages: another site's is told by the browser. Our pages send no referrer, and
 * the origin is `null` then. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function cameFromPage({ headers }: Request, origin: string): boolean {
  const { origin: from = 'null', 'sec-fetch-site': site = 'same-origin' } = headers;
  return (from === 'null' || from === origin) && site === 'same-origin';
}
