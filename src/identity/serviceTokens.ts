import type { Log } from '../lib/log';
import type { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { Audience, ReadingTokens } from '../partnerCenter/tokenSource';
import type { ServiceAccount } from '../storage/serviceAccount';
import { accountFault, AccountFault } from './accountFault';
import type { Token } from './cachedToken';
import { endAccount } from './endAccount';
import type { EntraAccount } from './entraAccount';
import type { AccountParts } from './keptAccount';
import { tokenRenewal } from './tokenRenewal';
import { VaultError } from './vault';

export interface ServiceTokensParts extends AccountParts {
  entra: EntraAccount;
  log: Log;
  /** 0 to 1 */
  random: () => number;
  /** Called when conversations are to be told that the account has ended. */
  onEnded: () => void;
}

/** The watching account's tokens, and what is the matter with them. */
export interface ServiceTokens extends ReadingTokens {
  /** What the last try to get a token failed with, since when; undefined while there is nothing the matter. */
  trouble(): { fault: AccountFault; since: number } | undefined;
}

/** How long before its end a token is replaced, in ms: each process at its own moment, so that one of many goes first. */
const renewal = { latestMs: 5 * 60_000, earliestMs: 8 * 60_000 };

interface Held extends Token {
  connectionId: string;
  renewAt: number;
}

/** Makes the tokens of the account that an administrator connected. They are for reading: no write takes them. */
export function createServiceTokens(parts: ServiceTokensParts): ServiceTokens {
  const { store, clock, random, log } = parts;
  const renewToken = tokenRenewal(parts);
  const held = new Map<Audience, Held>();
  const pending = new Map<Audience, Promise<Token>>();
  let trouble: { fault: AccountFault; since: number } | undefined;

  async function renew(account: ServiceAccount, audience: Audience): Promise<Token> {
    const { connectionId } = account;
    const renewed = await renewToken(audience, ({ expiresAt }) => clock.now() < expiresAt - renewal.earliestMs);
    const { latestMs, earliestMs } = renewal;
    const renewAt = renewed.expiresAt - latestMs - random() * (earliestMs - latestMs);
    held.set(audience, { ...renewed, connectionId, renewAt });
    return renewed;
  }

  /** One renewal at a time for each audience, whoever asks. */
  function renewOnce(account: ServiceAccount, audience: Audience): Promise<Token> {
    const underWay = pending.get(audience) ?? renew(account, audience).finally(() => pending.delete(audience));
    pending.set(audience, underWay);
    return underWay;
  }

  async function tokenOf(audience: Audience): Promise<string> {
    const account = await store.serviceAccounts.find();
    if (!account) throw new AccountFault('notConnected');
    const { endedAt, endedWhy, endedCode, connectionId } = account;
    if (endedAt !== null) throw new AccountFault('ended', endedWhy ?? 'refused', { code: endedCode ?? undefined });
    const present = held.get(audience);
    const ours = present?.connectionId === connectionId ? present : undefined;
    if (ours && clock.now() < ours.renewAt) return ours.token;
    try {
      return (await renewOnce(account, audience)).token;
    } catch (error) {
      const fault =
        error instanceof VaultError
          ? new AccountFault('unreadable', undefined, { code: error.problem })
          : accountFault(error);
      if (fault.fault === 'ended') await endAccount(parts, connectionId, fault);
      if (fault.fault === 'passing' && ours && clock.now() < ours.expiresAt) return ours.token;
      throw fault;
    }
  }

  return {
    who: 'service',
    readsOnly: true,
    async getToken(audience) {
      try {
        const token = await tokenOf(audience);
        trouble = undefined;
        return token;
      } catch (error) {
        if (error instanceof AccountFault && error.fault !== trouble?.fault.fault) {
          trouble = { fault: error, since: clock.now() };
          log.warn({ fault: error.fault, end: error.end, code: error.facts.code }, 'no token for watching');
        }
        throw error;
      }
    },
    refused(token, error) {
      const [audience, refused] = [...held].find(([, entry]) => entry.token === token) ?? [];
      if (!audience || !refused) return error;
      held.delete(audience);
      return error.kind === 'mfaRequired' ? refusedForGood(refused, error) : error;
    },
    trouble: () => trouble,
  };

  /** A refreshed token never becomes one with multi-factor authentication. */
  function refusedForGood({ connectionId }: Held, error: PartnerCenterError): AccountFault {
    const fault = new AccountFault('ended', 'mfa', { code: error.facts.code });
    endAccount(parts, connectionId, fault).catch((cause: unknown) =>
      log.error({ err: cause }, 'the end of the watching account could not be noted'),
    );
    return fault;
  }
}
