const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A configured base URL that tokens may be sent to: https, or plain http on this machine.
 * @throws Error when a token would travel in the clear
 */
export function apiBase(url: string): string {
  const parsed = new URL(url);
  const safe = parsed.protocol === 'https:' || (parsed.protocol === 'http:' && loopback.has(parsed.hostname));
  if (!safe)
    throw new Error(`${parsed.origin} cannot be used for Partner Center: tokens go over https, or to this machine`);
  return url.replace(/\/+$/, '');
}
