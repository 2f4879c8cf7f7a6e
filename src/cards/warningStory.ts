import { warningWords as words } from '../locales/warningWords';
import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import { answeringCopy, awaitsOthers } from '../referrals/sharedDeal';
import { memberName } from './referralTexts';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';
import type { WarningCardView } from './warningCard';
import type { WarningSaid } from './warningSaid';

const dayMs = 86_400_000;

/** Since when it waits, who is on its team, and what happens if nobody answers. Markdown. */
export function waitingStory(view: WarningCardView, said: WarningSaid, formats: Formats): string {
  const { referral, now, people } = view;
  const received = receivedAt(view);
  const days = received === undefined ? 0 : Math.floor((now - received) / dayMs);
  const parts = [
    people.length > 0 ? '' : said.waitsUnnamed,
    received === undefined ? '' : said.received(formats.day(received), days, formats.number(days)),
    teamOf(referral, formats),
    awaitsOthers(view) ? customerContact(referral) : '',
    said.consequence,
  ];
  return parts.filter(Boolean).join(' ');
}

/** How long it waited, and whom it reached. Markdown. */
export function expiredStory(view: WarningCardView, said: WarningSaid, formats: Formats): string {
  const { referral, postedAt, now } = view;
  const { closedDateTime, updatedDateTime } = answeringCopy(view);
  const received = receivedAt(view) ?? postedAt;
  const ended = serviceTimeMs(closedDateTime) ?? serviceTimeMs(updatedDateTime) ?? now;
  const days = Math.max(0, Math.round((ended - received) / dayMs));
  const waited = said.waited(formats.day(received), days, formats.number(days));
  const reached = words.reached(formats.day(postedAt));
  return [waited, reached, teamOf(referral, formats) || said.nobody].filter(Boolean).join(' ');
}

const receivedAt = (view: WarningCardView): number | undefined =>
  serviceTimeMs(answeringCopy(view).createdDateTime) ?? serviceTimeMs(view.referral.createdDateTime);

/** Who is on the team of the referral, by name; an e-mail address is not shown to a whole channel. */
function teamOf(referral: Referral, formats: Formats): string {
  const names = (referral.team ?? []).map((member) => markdownText(memberName(member), 80)).filter(Boolean);
  return names.length === 0 ? '' : words.team(formats.list(names.slice(0, 5)));
}

function customerContact({ customerProfile }: Referral): string {
  const name = markdownText(memberName(customerProfile?.team?.[0]), 80);
  return name && words.shared.contact(name);
}
