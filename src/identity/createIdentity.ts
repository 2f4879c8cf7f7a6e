import type { Config } from '../config';
import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import type { Metrics } from '../lib/metrics';
import type { ReadingTokens } from '../partnerCenter/tokenSource';
import type { Audit } from '../storage/auditEntry';
import { createAppCredential } from './appCredential';
import type { Identity } from './identity';
import { PeopleSignIn } from './peopleSignIn';
import { sandboxTokens } from './sandboxTokens';

/** What identities are made of. */
export interface IdentityParts {
  /** Those of the account that watches. */
  service: ReadingTokens;
  audit: Audit;
  clock: Clock;
  fetch: typeof fetch;
  log: Log;
  metrics: Metrics;
}

/** Sandbox tokens name none. */
const noGroups = (): Promise<readonly string[]> => Promise.resolve([]);

/**
 * Makes the identities that the configuration asks for: those of the sandbox or those of Entra, never both.
 * @throws ConfigError when the certificate of the sign-in app cannot be used
 */
export function createIdentity(
  { identity, signInApp: app, botId, botDomain }: Pick<Config, 'identity' | 'signInApp' | 'botId' | 'botDomain'>,
  { service, ...parts }: IdentityParts,
): Identity {
  if (identity === 'sandbox') {
    return { person: sandboxTokens, groups: noGroups, signIn: null, service };
  }
  if (!app) throw new Error('IDENTITY=entra came through without AAD_APP_CLIENT_ID');
  const credential = createAppCredential(app.proof);
  const signIn = new PeopleSignIn({ ...parts, app, credential, botId, botDomain });
  return { person: (id) => signIn.tokens(id), groups: (id) => signIn.groups(id), signIn, service };
}
