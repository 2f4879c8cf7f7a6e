import { z } from 'zod/v4';
import type { Clock } from '../lib/clock';
import type { Audience } from '../partnerCenter/tokenSource';
import type { Store } from '../storage/store';
import { sealedSecrets, type SealedSecrets } from './sealedSecrets';
import type { Vault } from './vault';

const token = z.object({ token: z.string(), expiresAt: z.number() });
const kept = z.object({
  connectionId: z.string(),
  cache: z.string(),
  tokens: z.object({ referrals: token.optional(), 'partner-center': token.optional() }),
});

/** The secret part of the watching account. */
export interface KeptAccount {
  connectionId: string;
  /** MSAL's cache, with the refresh token. */
  cache: string;
  /** So that one replica's refresh serves all of them. */
  tokens: Partial<Record<Audience, { token: string; expiresAt: number }>>;
}

/** The name of the row that it is kept in. */
export const accountSecret = 'service account';

/** What the parts of the watching account are made of. */
export interface AccountParts {
  store: Store;
  vault: Vault;
  clock: Clock;
  newId: () => string;
}

/** Parses what was decrypted. */
export const readKept = (text: string): KeptAccount => kept.parse(JSON.parse(text));

/** Puts an account's secret in the place of whatever is there, whether that can be decrypted or not. */
export async function putKept(parts: AccountParts, account: KeptAccount): Promise<void> {
  const secrets: SealedSecrets = sealedSecrets(parts);
  const text = JSON.stringify(account);
  const present = await parts.store.secrets.find(accountSecret, parts.clock.now());
  const written = await secrets.write(accountSecret, text, present?.version ?? null);
  if (!written) throw new Error('The secret of the watching account was written by somebody else at the same moment');
}
