import { z } from 'zod/v4';
import { loopbackHosts } from './serviceHosts';

/** Where tokens are sent: https, or plain http on this machine. */
export const apiUrl = (usual: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be a URL such as ${usual}`, abort: true })
    .refine(isSafeUrl, 'must be https without a user name, because tokens are sent there; http only to this machine')
    .transform((text) => text.replace(/\/+$/, ''))
    .default(usual);

/** Whether a URL is https, or plain http on this machine, and names no user. */
export function isSafeUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url?.username || url?.password) return false;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopbackHosts.includes(url.hostname));
}
