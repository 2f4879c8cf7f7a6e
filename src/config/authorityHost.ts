import { z } from 'zod/v4';

/** An Entra authority: https and nothing but a host, because secrets are sent there. MSAL takes no other. */
export const authorityHost = z
  .url({ protocol: /^https$/, error: 'must be an https URL such as https://login.microsoftonline.com', abort: true })
  .refine(isBareHost, 'must be a host alone, without a user name, a path or a query')
  .transform((text) => new URL(text).origin);

function isBareHost(text: string): boolean {
  const { username, password, pathname, search, hash } = new URL(text);
  return !username && !password && !search && !hash && pathname === '/';
}
