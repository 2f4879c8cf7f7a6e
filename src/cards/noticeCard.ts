import { deliveryWords } from '../locales/deliveryWords';
import type { Notice } from '../storage/notice';
import type { Conversation, Watch } from '../storage/store';
import { accountCard } from './accountCard';
import { accountNoticeCard } from './accountNoticeCard';
import type { CardMessage } from './message';
import { createFormats } from './text/formats';
import { markdownText } from './text/markdownText';

/** What a conversation, or the owner of its watch, is told besides cards of referrals. `now` is ms, UTC. */
export function noticeCard(notice: Notice, conversation: Conversation, now: number): CardMessage {
  if (notice.kind === 'watchEnded') return endedWatchCard(notice.watch, conversation, now);
  return accountNoticeCard(notice, conversation, now);
}

/** What the owner of a watch is told when nothing can be sent to its conversation any more. */
export function endedWatchCard(
  { endedAt, endedReason }: Pick<Watch, 'endedAt' | 'endedReason'>,
  { name, locale, timeZone }: Pick<Conversation, 'name' | 'locale' | 'timeZone'>,
  now: number,
): CardMessage {
  const { title, text, again } = deliveryWords.ended;
  const { moment } = createFormats(locale ?? 'en-US', timeZone ?? undefined, now);
  const place = name === null ? deliveryWords.somewhere : markdownText(name, 100);
  const said = text(place, moment(endedAt ?? now), deliveryWords.why(endedReason ?? ''));
  return accountCard({ title, color: 'attention', texts: [said, again], summary: title });
}
