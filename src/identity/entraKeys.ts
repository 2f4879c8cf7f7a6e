import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod/v4';
import type { AppRegistration } from '../config/registrations';

const metadataSchema = z.looseObject({ jwks_uri: z.url() });

/** How long the authority may take to answer, in ms. */
const answerTimeoutMs = 5_000;

/**
 * The keys that a tenant's tokens are signed with, from the metadata of the configured authority. They are fetched when they
 * are first needed, kept, and fetched anew when a token names one that is not among them.
 * https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document
 */
export function entraKeys(
  { authorityHost, tenantId }: Pick<AppRegistration, 'authorityHost' | 'tenantId'>,
  fetchHttp: typeof fetch,
): JWTVerifyGetKey {
  let pending: Promise<JWTVerifyGetKey> | undefined;
  const load = async (): Promise<JWTVerifyGetKey> => {
    const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
    const response = await fetchHttp(url, { redirect: 'error', signal: AbortSignal.timeout(answerTimeoutMs) });
    if (!response.ok) throw new Error(`The authority answered ${response.status} to ${url}`);
    const keysUrl = new URL(metadataSchema.parse(await response.json()).jwks_uri);
    if (keysUrl.origin !== authorityHost) throw new Error('The metadata name keys on another host');
    return createRemoteJWKSet(keysUrl, {
      timeoutDuration: answerTimeoutMs,
      [customFetch]: (address, options) => fetchHttp(address, { ...options, redirect: 'error' }),
    });
  };
  return async (header, token) => {
    pending ??= load();
    const keys = await pending.catch((error: unknown) => {
      pending = undefined;
      throw error;
    });
    return keys(header, token);
  };
}
