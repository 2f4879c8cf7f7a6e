import { z } from 'zod/v4';
import { loopbackHosts } from './serviceHosts';

/** Where tokens are sent, with a default. */
export const apiUrl = (usual: string) => secretsUrl(usual).default(usual);

/** Where tokens or keys are sent: https, or plain http on this machine. */
export const secretsUrl = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be a URL such as ${example}`, abort: true })
    .refine(
      isSafeForTokens,
      'must be https without a user name, because tokens or keys are sent there; http only to this machine',
    )
    .transform((text) => text.replace(/\/+$/, ''));

function isSafeForTokens(text: string): boolean {
  const url = URL.parse(text);
  if (url?.username || url?.password) return false;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopbackHosts.includes(url.hostname));
}
