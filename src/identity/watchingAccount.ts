import type { ReadingTokens } from '../partnerCenter/tokenSource';
import type { ServiceAccount } from '../storage/serviceAccount';
import type { Store } from '../storage/store';
import type { AccountFault } from './accountFault';
import type { Candidate } from './connectSteps';
import { endedNotice } from './endAccount';
import { accountSecret, putKept } from './keptAccount';
import { sealedSecrets } from './sealedSecrets';
import { createServiceTokens, type ServiceTokensParts } from './serviceTokens';
import { VaultError, type VaultProblem } from './vault';

/** How it stands with the account that watches. */
export type WatchingState =
  /** `IDENTITY=sandbox`: there is nothing to connect. */
  | { kind: 'sandbox' }
  | { kind: 'notConnected' }
  /** The stored sign-in cannot be decrypted. */
  | { kind: 'unreadable'; problem: VaultProblem; account: ServiceAccount }
  /** Only a new `connect` helps. */
  | { kind: 'ended'; account: ServiceAccount }
  /** `trouble` is what the last try to get a token failed with, if it did. */
  | { kind: 'working'; account: ServiceAccount; trouble: AccountFault | undefined };

/** Who did something, where, and in which turn. */
export interface Actor {
  id: string;
  name: string;
  conversationId: string;
  referenceId: string;
}

/** The account that an administrator connects for watching. */
export interface WatchingAccount {
  tokens: ReadingTokens;
  state(): Promise<WatchingState>;
  /** Puts a confirmed account in the place of the one that was there. */
  connect(candidate: Candidate): Promise<ServiceAccount>;
  /** Removes the stored sign-in; gives the account, or undefined if there was none. */
  disconnect(actor: Actor): Promise<ServiceAccount | undefined>;
}

/** Makes it. */
export function createWatchingAccount(parts: ServiceTokensParts): WatchingAccount {
  const { store, clock, newId, log } = parts;
  const tokens = createServiceTokens(parts);

  async function state(): Promise<WatchingState> {
    const account = await store.serviceAccounts.find();
    if (!account) return { kind: 'notConnected' };
    if (account.endedAt !== null) return { kind: 'ended', account };
    try {
      const kept = await sealedSecrets(parts).read(accountSecret);
      return kept ? { kind: 'working', account, trouble: tokens.trouble()?.fault } : { kind: 'notConnected' };
    } catch (error) {
      if (error instanceof VaultError) return { kind: 'unreadable', problem: error.problem, account };
      throw error;
    }
  }

  return {
    tokens,
    state,
    async connect(candidate) {
      const { ask, accountId, accountName, cache } = candidate;
      const now = clock.now();
      const account: ServiceAccount = {
        connectionId: newId(),
        accountId,
        accountName,
        connectedById: ask.byId,
        connectedByName: ask.byName,
        connectedAt: now,
        refreshedAt: now,
        endedAt: null,
        endedWhy: null,
        endedCode: null,
      };
      const { connectionId } = account;
      await store.transaction(async (tx) => {
        const before = await tx.serviceAccounts.find();
        await putKept({ ...parts, store: tx }, { connectionId, cache, tokens: {} });
        await tx.serviceAccounts.save(account);
        if (before) await tellItIsBack(tx, before.connectionId, account, now);
        const actor = { id: ask.byId, name: ask.byName, ...ask };
        await audit(tx, 'connect', actor, now, before, account);
      });
      log.info({ account: accountId, by: ask.byId }, 'an account was connected for watching');
      return account;
    },
    async disconnect(actor) {
      const removed = await store.transaction(async (tx) => {
        await tx.secrets.remove(accountSecret);
        const before = await tx.serviceAccounts.remove();
        if (before) await tx.notices.settle(endedNotice(before.connectionId));
        if (before) await audit(tx, 'disconnect', actor, clock.now(), before, undefined);
        return before;
      });
      if (removed) log.info({ account: removed.accountId, by: actor.id }, 'the watching account was disconnected');
      return removed;
    },
  };
}

/** Who was told that the account had ended is told that another one is there; who was not told yet hears nothing. */
async function tellItIsBack(store: Store, endedId: string, account: ServiceAccount, now: number): Promise<void> {
  const told = await store.notices.settle(endedNotice(endedId));
  const id = `back ${account.connectionId}`;
  await store.notices.owe(
    told.map((conversationId) => ({ id, conversationId, kind: 'accountBack' as const, account })),
    now,
  );
}

const facts = (account: ServiceAccount | undefined) =>
  account ? { account: account.accountName, connectedBy: account.connectedById, ended: account.endedWhy } : null;

async function audit(
  store: Store,
  action: 'connect' | 'disconnect',
  actor: Actor,
  at: number,
  before: ServiceAccount | undefined,
  after: ServiceAccount | undefined,
): Promise<void> {
  await store.audit.append({
    at,
    actorId: actor.id,
    actorName: actor.name,
    action,
    subject: (after ?? before)?.accountId ?? null,
    conversationId: actor.conversationId,
    before: facts(before),
    after: facts(after),
    outcome: 'done',
    referenceId: actor.referenceId,
    requestIds: [],
  });
}
