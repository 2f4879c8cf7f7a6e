const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * A configured base URL that tokens may be sent to: https, or plain http on this machine. Without a slash at the end.
 * @throws Error when a token would travel in the clear
 */
export function apiBase(url: string): string {
  const { protocol, hostname, origin, pathname } = new URL(url);
  const safe = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
  if (!safe) throw new Error(`${origin} cannot be used for Partner Center: tokens go over https, or to this machine`);
  return (origin + pathname).replace(/\/+$/, '');
}
