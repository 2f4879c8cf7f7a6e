import { importJWK, type CryptoKey, type JWK } from 'jose';
import { z } from 'zod/v4';
import { secretsUrl } from '../config/apiUrl';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';

/** A key that tokens of Bot Framework are signed with. */
export interface TeamsKey {
  key: CryptoKey;
  /** The channels that it speaks for, for example `msteams`. */
  endorsements: readonly string[];
}

/** What Bot Framework publishes about its tokens. */
export interface TeamsKeySet {
  issuer: string;
  keys: ReadonlyMap<string, TeamsKey>;
}

/** Gives the published keys, fetched anew when they are old or `kid` is not among them; rejects only if there never were any. */
export type TeamsKeys = (kid: string) => Promise<TeamsKeySet>;

/** The keys are fetched anew when they are this old, in ms; Bot Framework asks for once a day at least. */
// https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot-step-3
const freshMs = 24 * 60 * 60_000;
/** An unknown key or a failure makes them be fetched at most this often, in ms: whoever forges keys must not make us ask. */
const cooldownMs = 60_000;
const answerTimeoutMs = 5_000;

const metadataSchema = z.looseObject({ issuer: z.string().min(1), jwks_uri: secretsUrl('https://…') });
const jwkSchema = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});
const jwksSchema = z.looseObject({ keys: z.array(z.unknown()) });

export interface TeamsKeysParts {
  fetch: typeof fetch;
  clock: Clock;
  log: Log;
}

/** Reads the keys that the metadata name. Old keys serve on while no new ones can be had. */
export function createTeamsKeys(metadataUrl: string, parts: TeamsKeysParts): TeamsKeys {
  const { clock, log } = parts;
  let held: TeamsKeySet | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let pending: Promise<void> | undefined;
  const refresh = async (): Promise<void> => {
    triedAt = clock.now();
    try {
      held = await readKeySet(metadataUrl, parts.fetch);
      fetchedAt = clock.now();
    } catch (error) {
      log.error({ err: error }, 'the keys of Bot Framework cannot be read');
    } finally {
      pending = undefined;
    }
  };
  return async (kid) => {
    const known = held?.keys.has(kid) ?? false;
    const wanted = !known || clock.now() - fetchedAt >= freshMs;
    if (wanted && clock.now() - triedAt >= cooldownMs) pending ??= refresh();
    // Whoever names a known key waits for nobody.
    if (!known && pending) await pending;
    if (!held) throw new Error('The keys of Bot Framework cannot be had');
    return held;
  };
}

async function readKeySet(metadataUrl: string, fetchHttp: typeof fetch): Promise<TeamsKeySet> {
  const { issuer, jwks_uri: keysUrl } = metadataSchema.parse(await readJson(metadataUrl, fetchHttp));
  const published = jwksSchema.parse(await readJson(keysUrl, fetchHttp)).keys;
  const keys = new Map<string, TeamsKey>();
  for (const one of published) {
    const jwk = jwkSchema.safeParse(one).data;
    if (!jwk) continue;
    const { kid, n, e, endorsements } = jwk;
    const key = await importJWK({ kty: 'RSA', n, e } satisfies JWK, 'RS256');
    if (!(key instanceof Uint8Array)) keys.set(kid, { key, endorsements });
  }
  if (keys.size === 0) throw new Error(`There are no keys at ${keysUrl}`);
  return { issuer, keys };
}

async function readJson(url: string, fetchHttp: typeof fetch): Promise<unknown> {
  const response = await fetchHttp(url, { redirect: 'error', signal: AbortSignal.timeout(answerTimeoutMs) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
