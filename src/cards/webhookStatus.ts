import { accountWords } from '../locales/accountWords';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';

/** How it stands with what Partner Center sends by itself; `heardAt` in ms since the epoch, UTC. */
export type WebhooksView = (
  | { state: 'ours' }
  | { state: 'incomplete'; missing: readonly string[] }
  | { state: 'other'; host: string }
  | { state: 'unknown'; why: string }
) & { heardAt: number | undefined };

/** An event is asked for every hour; where none came for so long, in ms, looks are not made rarer any more. */
const silentMs = 3 * 3_600_000;

/** What is wrong with it, as `status` says it. */
export function webhookProblems(webhooks: WebhooksView | undefined, now: number, { moment }: Formats): string[] {
  const { problems } = accountWords.status;
  if (webhooks?.state === 'ours' && webhooks.heardAt !== undefined && now - webhooks.heardAt > silentMs) {
    return [problems.silentWebhook(moment(webhooks.heardAt))];
  }
  if (webhooks?.state === 'other') return [problems.otherWebhook(markdownText(webhooks.host, 100))];
  if (webhooks?.state === 'incomplete') return [problems.incompleteWebhook(webhooks.missing.join(', '))];
  return webhooks?.state === 'unknown' ? [problems.unknownWebhook(webhooks.why)] : [];
}

/** When an event came last, as a fact of `status`; none where nothing is registered. */
export function webhookFacts(webhooks: WebhooksView | undefined, { moment }: Formats) {
  if (webhooks?.state !== 'ours') return [];
  const { webhooks: title, silent, heard } = accountWords.status;
  return [{ title, value: webhooks.heardAt === undefined ? silent : heard(moment(webhooks.heardAt)) }];
}
