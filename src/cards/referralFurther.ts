import { referralListWords as words } from '../locales/referralListWords';
import type { Referral } from '../partnerCenter/referral';
import { awaitsAnybody, dealDeadline, type SharedDeal } from '../referrals/sharedDeal';
import { snoozeDays } from '../referrals/snoozeTime';
import { executeAction, type CardButton } from './executeAction';
import { referralLine, type LineFacts } from './referralLine';
import { snoozeAction } from './snoozeAction';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';
import { readableCode } from './text/readableCode';

/** What is shown with a referral that somebody asked for. */
export interface ReferralFurther {
  /** The other referrals of its engagement; undefined where they could not be read. */
  related: readonly Referral[] | undefined;
  /** The data of the `list.page` that leads back to where the person came from. */
  back: CardButton['data'] | undefined;
  /** Kept with the button that shows all fields, so that it leads back as well. */
  backText: string | undefined;
}

interface FurtherFacts extends LineFacts {
  referral: Referral;
  connected?: Referral | null;
  further?: ReferralFurther;
  /** IANA */
  timeZone?: string;
}

const mostRelated = 3;
/** Ids are GUIDs; what is much longer is none, and must not fill the card. */
const longestId = 64;

/** That part of the card, for its template; empty where nobody asked. */
export function referralFurther({ referral, connected = null, further, ...facts }: FurtherFacts, formats: Formats) {
  if (!further) return { hasRelated: false, title: '', related: [], unread: '', hasButtons: false, buttons: [] };
  const related = further.related ?? [];
  return {
    hasRelated: related.length > 0,
    title: words.related,
    related: related.slice(0, mostRelated).map((other) => relatedRow(other, facts, formats)),
    unread: further.related ? '' : words.relatedUnread,
    hasButtons: true,
    buttons: [...buttonsOf(referral, further, formats).map(executeAction), ...snoozes({ referral, connected }, facts)],
  };
}

/** Whoever asked for a referral that waits can put off its reminders. */
function snoozes(
  deal: SharedDeal,
  { now, responseDays, timeZone }: Omit<FurtherFacts, 'referral' | 'connected'>,
): Record<string, unknown>[] {
  if (!awaitsAnybody(deal)) return [];
  const days = snoozeDays(now, dealDeadline(deal, responseDays)?.at, timeZone ?? null);
  return days ? [snoozeAction(deal.referral.id, days)] : [];
}

function relatedRow(referral: Referral, facts: LineFacts, formats: Formats) {
  const { state, about } = referralLine(referral, facts, formats);
  const name = [readableCode(referral.direction), state].filter(Boolean).join(' · ');
  const open = { title: words.open, verb: 'referral.show', data: { referralId: referral.id } };
  return { name: markdownText(name, 90), about: markdownText(about, 160), open: executeAction(open) };
}

function buttonsOf(referral: Referral, { related, back, backText }: ReferralFurther, formats: Formats): CardButton[] {
  const { id: referralId, engagementId } = referral;
  const count = (related?.length ?? 0) + 1;
  const all = { list: 'referrals', engagementId: engagementId ?? undefined, page: 0 };
  const fields = { referralId, back: backText, fieldsFrom: 0 };
  return [
    { title: words.allFields, verb: 'referral.show', data: fields },
    ...(count > mostRelated + 1 && (engagementId?.length ?? 0) <= longestId
      ? [{ title: words.moreRelated(formats.number(count)), verb: 'list.page', data: all }]
      : []),
    ...(back ? [{ title: words.back, verb: 'list.page', data: back }] : []),
  ];
}
