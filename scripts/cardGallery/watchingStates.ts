import { accountNoticeCard } from '../../src/cards/accountNoticeCard';
import { connectCard, connectOutcomeCard } from '../../src/cards/connectCards';
import { endedWatchCard } from '../../src/cards/noticeCard';
import { forgetCustomerCard, forgottenCard } from '../../src/cards/forgetCustomerCard';
import { statusCard, type StatusCardView } from '../../src/cards/statusCard';
import { watchStartedCard } from '../../src/cards/watchStartedCard';
import { AccountFault } from '../../src/identity/accountFault';
import { accountWords } from '../../src/locales/accountWords';
import { newsWords } from '../../src/locales/newsWords';
import type { ServiceAccount } from '../../src/storage/serviceAccount';
import type { CardState } from './cardState';

const now = Date.parse('2026-11-21T10:04:00Z');
const account: ServiceAccount = {
  connectionId: 'c1',
  accountId: 'oid',
  accountName: 'partner-desk@contoso.com',
  connectedById: 'aad-1',
  connectedByName: 'Megan Bowen',
  connectedAt: now - 40 * 86_400_000,
  refreshedAt: now - 1_800_000,
  endedAt: null,
  endedWhy: null,
  endedCode: null,
};
const ended: ServiceAccount = { ...account, endedAt: now - 3_600_000, endedWhy: 'password', endedCode: 'AADSTS50173' };
const place = { locale: 'en-GB', timeZone: 'Europe/Stockholm' };

const well: StatusCardView = {
  state: { kind: 'working', account, trouble: undefined },
  looks: { lastSuccessAt: now - 30_000, stalledSince: undefined, why: undefined, isForbidden: false },
  webhooks: undefined,
  outbox: { owed: 0, retrying: 0, oldestDueAt: null },
  pauses: [],
  givenUp: [],
  lost: [],
  watches: [
    {
      id: 'w',
      conversationId: 'c',
      ownerId: 'aad-1',
      ownerName: 'Megan Bowen',
      conditions: '{}',
      pausedUntil: null,
      startedAt: now - 30 * 86_400_000,
      endedAt: null,
      endedReason: null,
    },
  ],
  folds: false,
  news: { needs: [], unreadable: [] },
  now,
  ...place,
};
const status = (name: string, changes: Partial<StatusCardView>): CardState => ({
  name: `status-${name}`,
  message: statusCard({ ...well, ...changes }),
});
const refused = (conversationName: string | null, rows: number, why: string) => ({
  conversationId: 'c',
  conversationName,
  why,
  rows,
  latestAt: now - 3_600_000,
});
const nothing = { closed: 0, running: 0, drafts: 0, offers: 0, news: 0 };
const seen = (open: number, more = false) => ({ mfa: true, referrals: { open, more } });
const stalled = { lastSuccessAt: now - 900_000, stalledSince: now - 900_000, isForbidden: false };

/** Every card about the account that watches. */
export const watchingStates: readonly CardState[] = [
  { name: 'connect', message: connectCard('https://desk.contoso.com/auth/start?link=x') },
  { name: 'connect-done', message: connectOutcomeCard({ account, findings: seen(14) }) },
  { name: 'connect-done-sees-none', message: connectOutcomeCard({ account, findings: seen(0) }) },
  {
    name: 'connect-done-no-role',
    message: connectOutcomeCard({ account, findings: { mfa: null, referrals: 'noRole' } }),
  },
  { name: 'connect-no-mfa', message: connectOutcomeCard({ refused: 'noMfa' }) },
  { name: 'connect-declined', message: connectOutcomeCard({ refused: 'declined', code: 'AADSTS65004' }) },
  { name: 'account-ended', message: accountNoticeCard({ kind: 'accountEnded', account: ended }, place, now) },
  { name: 'account-back', message: accountNoticeCard({ kind: 'accountBack', account }, place, now) },
  {
    name: 'watch-not-connected',
    message: watchStartedCard({
      watchId: 'w',
      conditions: '',
      olderOpen: 3,
      again: false,
      needs: accountWords.watchNeeds.notConnected,
    }),
  },
  status('well', {}),
  status('sandbox', { state: { kind: 'sandbox' }, watches: [] }),
  status('webhooks', { webhooks: { state: 'ours', heardAt: now - 600_000 } }),
  status('other-webhook', { webhooks: { state: 'other', host: 'crm-connector.contoso.com', heardAt: undefined } }),
  status('incomplete-webhook', {
    webhooks: { state: 'incomplete', missing: ['related-referral-updated'], heardAt: now - 600_000 },
  }),
  status('not-connected', { state: { kind: 'notConnected' }, looks: { ...well.looks, lastSuccessAt: undefined } }),
  status('ended', {
    state: { kind: 'ended', account: ended },
    outbox: { owed: 3, retrying: 0, oldestDueAt: now - 60_000 },
  }),
  status('other-key', { state: { kind: 'unreadable', problem: 'otherKey', account } }),
  status('app-refused', {
    state: {
      kind: 'working',
      account: { ...account, refreshedAt: now - 40 * 86_400_000 },
      trouble: new AccountFault('app', undefined, { code: 'AADSTS7000222' }),
    },
    looks: { ...stalled, why: 'unauthenticated at the watching account' },
  }),
  status('partner-center-down', { looks: { ...stalled, why: 'unavailable at GET /engagements/referrals (HTTP 503)' } }),
  status('teams-throttles', {
    outbox: { owed: 240, retrying: 0, oldestDueAt: now - 400_000 },
    pauses: [{ until: now + 30_000 }, { until: now + 90_000 }],
  }),
  status('sending-fails', { outbox: { owed: 2, retrying: 1, oldestDueAt: now + 600_000 } }),
  status('webhooks-silent', { webhooks: { state: 'ours', heardAt: now - 5 * 3_600_000 } }),
  status('given-up', {
    givenUp: [
      refused('Partner sales', 3, 'Teams answered 413 MessageSizeTooBig to POST'),
      refused(null, 1_204, 'The referral or the conversation is not known'),
      refused('Nordics *co-sell*', 1, 'Teams answered 400 BadSyntax to PUT'),
    ],
    lost: [{ conversationName: 'Old deals', endedAt: now - 7_200_000, endedReason: 'The bot was removed' }],
  }),
  {
    name: 'watch-ended',
    message: endedWatchCard(
      { endedAt: now - 60_000, endedReason: 'Teams answered 403 MessageWritesBlocked to POST' },
      { name: 'Partner sales', ...place },
      now,
    ),
  },
  status('news-needs', {
    news: {
      needs: [newsWords.needs.offNow('subscriptions'), newsWords.needs.elsewhere('invoices')],
      unreadable: [{ topic: 'invoice', since: now - 7_200_000 }],
    },
  }),
  status('no-role', { looks: { ...stalled, why: 'forbidden', isForbidden: true } }),
  {
    name: 'forget-customer',
    message: forgetCustomerCard({
      customer: 'Fabrikam *Nordic* AB',
      closed: 12,
      running: 1,
      drafts: 1,
      offers: 0,
      news: 2,
    }),
  },
  { name: 'forget-only-running', message: forgetCustomerCard({ customer: 'Contoso', ...nothing, running: 3 }) },
  { name: 'forgotten', message: forgottenCard({ ...nothing, closed: 12, drafts: 1 }) },
];
