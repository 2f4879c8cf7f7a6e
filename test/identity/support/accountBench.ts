import { randomBytes } from 'node:crypto';
import { createAppCredential } from '../../../src/identity/appCredential';
import { Connecting } from '../../../src/identity/connecting';
import type { AccountFindings } from '../../../src/identity/connectSteps';
import { entraAccount } from '../../../src/identity/entraAccount';
import { createVault } from '../../../src/identity/vault';
import { createWatchingAccount } from '../../../src/identity/watchingAccount';
import { newId } from '../../../src/lib/ids';
import { createLog } from '../../../src/lib/log';
import type { Store } from '../../../src/storage/store';
import { homeTenant, type EntraApp, type EntraUser } from '../../support/entra/directory';
import type { Entra } from '../../support/entra/startEntra';
import { TestClock } from '../../support/testClock';

export const redirectUri = 'https://desk.contoso-partner.example/auth/callback';

export const anAsk = {
  byId: 'admin',
  byName: 'Åsa Öberg',
  conversationId: 'a:chat',
  referenceId: 'PD-TEST',
  askedAt: 1,
};

/** A clock on which waits take no time. */
export class PassingClock extends TestClock {
  private firstDone: Promise<unknown> | undefined;

  override async sleep(): Promise<void> {
    await this.firstDone;
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** What several processes come to; whoever waits for another of them wakes when that is done, however slow this machine is. */
  together<T>(works: Promise<T>[]): Promise<PromiseSettledResult<T>[]> {
    this.firstDone = Promise.race(works).catch(() => undefined);
    return Promise.allSettled(works);
  }
}

export interface BenchOptions {
  entra: Entra;
  app: EntraApp;
  store: Store;
  clock: TestClock;
  keys?: readonly Uint8Array[];
  findings?: AccountFindings;
  random?: () => number;
}

/** One process's view of the watching account, with a real MSAL, a real database and the local Entra. */
export function accountBench({ entra, app, store, clock, keys = [randomBytes(32)], ...options }: BenchOptions) {
  const log = createLog('silent');
  const registration = { clientId: app.clientId, tenantId: homeTenant, authorityHost: entra.authorityHost };
  const proof = { kind: 'secret', secret: app.secrets[0] ?? '' } as const;
  const account = entraAccount({
    app: { ...registration, proof },
    credential: createAppCredential(proof),
    fetch,
    redirectUri,
    now: () => clock.now(),
  });
  let ended = 0;
  const parts = {
    store,
    vault: createVault(keys),
    clock,
    newId,
    log,
    random: options.random ?? (() => 0.5),
    entra: account,
    onEnded: () => void ended++,
  };
  const watching = createWatchingAccount(parts);
  const findings = options.findings ?? { mfa: true, referrals: { open: 0, more: false } };
  const findOut = async (): Promise<AccountFindings> => Promise.resolve(findings);
  const connecting = new Connecting({ ...parts, tenantId: homeTenant, findOut });
  /** Goes the whole way in a browser, as that person. */
  const connect = async (user: EntraUser) => {
    const departed = await connecting.depart(await connecting.link(anAsk));
    if ('refused' in departed) throw new Error(departed.refused);
    const arrived = await connecting.arrive(await signIn(departed.url, user), departed.browser);
    if ('refused' in arrived) throw new Error(JSON.stringify(arrived));
    const candidate = await connecting.candidate(arrived.candidate);
    if (!candidate) throw new Error('There is no candidate');
    return watching.connect(candidate);
  };
  return { watching, connecting, connect, tokens: watching.tokens, endedCount: () => ended };
}

/** What Entra sends the browser back with when that person signs in there. */
export async function signIn(url: string, user: EntraUser) {
  const page = new URL(url);
  page.searchParams.set('login_hint', user.upn);
  const { headers } = await fetch(page, { redirect: 'manual' });
  const answer = new URL(headers.get('location') ?? '').searchParams;
  const [state, code] = [answer.get('state') ?? '', answer.get('code') ?? ''];
  return { state, code, error: answer.get('error_description') ?? '' };
}
