import { createAccount } from '../../src/app/createAccount';
import type { World } from '../../src/app/world';
import type { Config } from '../../src/config';
import { sandboxServiceTokens } from '../../src/identity/sandboxTokens';
import { newId } from '../../src/lib/ids';
import type { Log } from '../../src/lib/log';
import { createPartnerCenter } from '../../src/partnerCenter/createPartnerCenter';
import type { PartnerCenter } from '../../src/partnerCenter/partnerCenter';
import { PartnerCenterError, type PartnerCenterErrorKind } from '../../src/partnerCenter/partnerCenterError';
import type { ReadingTokens } from '../../src/partnerCenter/tokenSource';
import { referralFilters } from '../../src/referrals/referralFilters';
import { openStore } from '../../src/storage/openStore';
import { ok, problem, unknown, type Finding } from './finding';

const what = 'account';
const timeoutMs = 15_000;

const advice: Partial<Record<PartnerCenterErrorKind, string>> = {
  unauthenticated: 'its sign-in is not accepted; an administrator types connect in a chat with the bot',
  mfaRequired:
    'it was signed in without multi-factor authentication; an administrator types connect and uses a second factor',
  forbidden: 'its role does not allow it; give it the role Referrals admin in Partner Center',
  notFound: 'there is no such address; check REFERRALS_API_URL',
};

/**
 * Whether an account is connected for watching, and whether it can read referrals: one call, with its own token.
 * @param isCurrent whether the database can be used as it is: one of another version must not be brought up to date here
 */
export async function checkAccount(config: Config, world: World, log: Log, isCurrent: boolean): Promise<Finding> {
  const partnerCenter = createPartnerCenter({ ...config, ...world, newId, log });
  if (config.identity === 'sandbox') return read(partnerCenter, sandboxServiceTokens, "the sandbox's service account");
  if (!isCurrent) {
    return unknown(what, 'is known once Partner Desk has been started; an administrator then types connect');
  }
  const store = await openStore({ ...config, log, clock: world.clock });
  try {
    const account = createAccount(config, { ...world, store, partnerCenter, log, onEnded: () => undefined });
    const state = await account.desk.state();
    if (state.kind === 'notConnected') {
      return problem(what, 'none is connected for watching: an administrator types connect in a chat with the bot');
    }
    if (state.kind === 'unreadable') {
      return problem(what, 'its stored sign-in cannot be read with SECRET_TOKEN_KEY: set the key that was used');
    }
    return await read(partnerCenter, account.tokens, 'account' in state ? state.account.accountName : '');
  } finally {
    await store.close();
  }
}

async function read(partnerCenter: PartnerCenter, tokens: ReadingTokens, name: string): Promise<Finding> {
  try {
    const query = { filter: referralFilters.incoming };
    for await (const page of partnerCenter.listReferrals(tokens, query, { timeoutMs })) {
      if (page.length > 0) return ok(what, `${name} reads referrals`);
    }
    return ok(
      what,
      `${name} may read referrals; it sees none. If there should be some, look at its role and locations`,
    );
  } catch (error) {
    return problem(what, `${name} cannot read referrals: ${whyNot(error)}`);
  }
}

function whyNot(error: unknown): string {
  if (!(error instanceof PartnerCenterError)) return 'something went wrong that only LOG_LEVEL=debug tells';
  const { status, requestId } = error.facts;
  const facts = [status && `HTTP ${status}`, requestId && `request-id ${requestId}`].filter(Boolean).join(', ');
  return `${advice[error.kind] ?? error.kind}${facts ? ` (${facts})` : ''}`;
}
