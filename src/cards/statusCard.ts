import type { WatchingState } from '../identity/watchingAccount';
import { accountWords } from '../locales/accountWords';
import { foldWords } from '../locales/foldWords';
import { newsWords } from '../locales/newsWords';
import type { GivenUp } from '../storage/owed';
import type { LostWatch, Watch } from '../storage/store';
import { accountCard } from './accountCard';
import { deliveryProblems, lateProblems, sendingFacts } from './deliveryProblems';
import type { CardMessage } from './message';
import { createFormats, type Formats } from './text/formats';
import { markdownText } from './text/markdownText';
import { webhookFacts, webhookProblems, type WebhooksView } from './webhookStatus';

/** How it stands with Partner Desk. Times are ms since the epoch, UTC. */
export interface StatusCardView {
  state: WatchingState;
  looks: {
    lastSuccessAt: number | undefined;
    /** Since when there was no successful look, once that is too long. */
    stalledSince: number | undefined;
    /** What the last look failed with, for an administrator. */
    why: string | undefined;
    /** The account may not read referrals. */
    isForbidden: boolean;
  };
  /** What Partner Center sends by itself; undefined where webhooks are off. */
  webhooks: WebhooksView | undefined;
  outbox: { owed: number; retrying: number; oldestDueAt: number | null };
  /** Where Teams asked for patience, and until when. */
  pauses: readonly { until: number }[];
  /** What was given up, the latest first. */
  givenUp: readonly GivenUp[];
  /** The person's watches that ended with their conversations. */
  lost: readonly LostWatch[];
  /** The watches of the conversation that asks, the oldest first. */
  watches: readonly Watch[];
  /** Whether it asked for bursts to be folded. */
  folds: boolean;
  /** What keeps changed subscriptions and invoices from being told there, and which of them the account may not read. */
  news: {
    needs: readonly string[];
    unreadable: readonly { topic: 'subscription' | 'invoice'; since: number }[];
  };
  now: number;
  /** BCP 47 */
  locale: string;
  /** IANA */
  timeZone: string | undefined;
}

/** A sign-in that was not renewed for so long is warned of, and one that was not for so long ends, in ms. */
// https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens#token-lifetime
const idle = { warnMs: 14 * 86_400_000, endMs: 90 * 86_400_000 };

/** The answer to `status`: what works, what is wrong, and what to do about it. */
export function statusCard(view: StatusCardView): CardMessage {
  const words = accountWords.status;
  const formats = createFormats(view.locale, view.timeZone, view.now);
  const problems = [
    ...accountProblems(view, formats),
    ...lookProblems(view, formats),
    ...webhookProblems(view.webhooks, view.now, formats),
    ...view.news.needs,
    ...view.news.unreadable.map(({ topic, since }) => newsWords.needs.unreadable[topic](formats.moment(since))),
    ...lateProblems(view.outbox, view.now, formats),
    ...deliveryProblems(view.givenUp, view.lost, formats),
  ];
  const title = problems.length > 0 ? words.wrong : words.well;
  return accountCard({
    title,
    color: problems.length > 0 ? 'attention' : 'good',
    texts: problems,
    facts: facts(view, formats),
    summary: words.summary(title),
  });
}

function accountProblems({ state, now }: StatusCardView, { moment, day }: Formats): string[] {
  const { problems } = accountWords.status;
  if (state.kind === 'sandbox') return [];
  if (state.kind === 'notConnected') return [problems.notConnected];
  if (state.kind === 'unreadable') return [problems[state.problem]];
  const { accountName, endedAt, endedWhy, refreshedAt } = state.account;
  const name = markdownText(accountName, 200);
  if (state.kind === 'ended') return [problems.ended(name, endedWhy ?? 'refused', moment(endedAt ?? now))];
  const found: string[] = [];
  if (state.trouble?.fault === 'app') found.push(problems.app(state.trouble.facts.code ?? ''));
  if (state.trouble?.fault === 'passing') found.push(problems.passing);
  if (now - refreshedAt > idle.warnMs) found.push(problems.idle(name, day(refreshedAt), day(refreshedAt + idle.endMs)));
  return found;
}

function lookProblems({ state, looks }: StatusCardView, { moment }: Formats): string[] {
  const { problems } = accountWords.status;
  // Without an account there is no look, and that was said.
  if (state.kind !== 'sandbox' && state.kind !== 'working') return [];
  if (looks.isForbidden) return [problems.noRole];
  return looks.stalledSince === undefined ? [] : [problems.stalled(moment(looks.stalledSince), looks.why ?? '')];
}

function facts({ state, looks, webhooks, outbox, pauses, watches, folds, now }: StatusCardView, formats: Formats) {
  const { moment } = formats;
  const words = accountWords.status;
  const account = 'account' in state ? state.account : undefined;
  const nobody = state.kind === 'sandbox' ? words.sandbox : words.nobody;
  return [
    { title: words.watches, value: account ? markdownText(account.accountName, 200) : nobody },
    ...(account
      ? [
          {
            title: words.connectedBy,
            value: words.by(markdownText(account.connectedByName, 100), moment(account.connectedAt)),
          },
        ]
      : []),
    { title: words.lastLook, value: looks.lastSuccessAt === undefined ? words.never : moment(looks.lastSuccessAt) },
    ...webhookFacts(webhooks, formats),
    ...sendingFacts(outbox, pauses, now, formats),
    {
      title: words.here,
      value: folds ? foldWords.also(watched(watches, formats)) : watched(watches, formats),
    },
  ];
}

function watched(watches: readonly Watch[], { moment, number }: Formats): string {
  const words = accountWords.status;
  const [first] = watches;
  if (!first) return words.notWatching;
  const watching = words.watching(markdownText(first.ownerName, 100), moment(first.startedAt));
  return watches.length > 1 ? words.watchingSeveral(number(watches.length)) : watching;
}
