import { accountWords } from '../locales/accountWords';
import type { AccountNotice } from '../storage/notice';
import type { Conversation } from '../storage/store';
import { accountCard } from './accountCard';
import type { CardMessage } from './message';
import { createFormats } from './text/formats';
import { markdownText } from './text/markdownText';

/** What a watching conversation is told of the account: that it has ended, or that another one is there. `now` is ms, UTC. */
export function accountNoticeCard(
  { kind, account }: Pick<AccountNotice, 'kind' | 'account'>,
  { locale, timeZone }: Pick<Conversation, 'locale' | 'timeZone'>,
  now: number,
): CardMessage {
  const words = accountWords.notice;
  const name = markdownText(account.accountName, 200);
  const by = markdownText(account.connectedByName, 100);
  if (kind === 'accountBack') {
    return accountCard({ title: words.back, color: 'good', texts: [words.backAs(name, by)], summary: words.back });
  }
  const { moment } = createFormats(locale ?? 'en-US', timeZone ?? undefined, now);
  const why = `${words.why(name, account.endedWhy ?? 'refused')} ${words.connected(by, moment(account.connectedAt))}`;
  return accountCard({
    title: words.ended,
    color: 'attention',
    texts: [why, words.reconnect, words.caughtUp],
    summary: words.ended,
  });
}
