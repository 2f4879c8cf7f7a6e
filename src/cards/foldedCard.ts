import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/foldedList.json';
import { foldWords as words } from '../locales/foldWords';
import type { Conversation, LedgerEntry } from '../storage/store';
import { executeAction, type CardButton } from './executeAction';
import { expandTemplate } from './expandTemplate';
import { foldedLine } from './foldedLine';
import type { AdaptiveCard, CardMessage } from './message';
import { byUrgency } from './referralLine';
import { referralStage } from './referralStage';
import { createFormats } from './text/formats';

/** A referral on a list card. */
export interface FoldedReferral {
  entry: LedgerEntry;
  /** Whether it has a card of its own in the conversation. */
  hasCard: boolean;
}

/** What the list card shows of several referrals. */
export interface FoldedCardView {
  referrals: readonly FoldedReferral[];
  /** The id of the referral that the page begins with; the most urgent one where it is absent or not on the list. */
  from?: string | undefined;
  /** ms, UTC */
  now: number;
  /** `REFERRAL_RESPONSE_DAYS` */
  responseDays: number;
}

const compiled = new Template(template);

/** As many lines as there may be, where all are short. */
const mostRows = 30;
/** In bytes of UTF-16: somewhat less than the 28 KB that every card stays below. */
const largest = 27.5 * 1024;

/** Referrals that came together, as a conversation sees them: a line and a button for each, as many as fit, the most urgent first. */
export function foldedCard(view: FoldedCardView, conversation: Pick<Conversation, 'locale' | 'timeZone'>): CardMessage {
  const { referrals, now, responseDays } = view;
  const formats = createFormats(conversation.locale ?? 'en-US', conversation.timeZone ?? undefined, now);
  const urgent = byUrgency(responseDays);
  const sorted = referrals.toSorted((a, b) => urgent(a.entry.referral, b.entry.referral));
  const first = Math.max(
    0,
    sorted.findIndex(({ entry }) => entry.referralId === view.from),
  );
  const rows = sorted.slice(first).map((referral) => foldedLine(referral, { now, responseDays }, formats));
  const count = formats.number(sorted.length);
  const draw = (shown: number): AdaptiveCard => {
    const next = sorted[first + shown]?.entry.referralId;
    return expandTemplate(compiled, {
      heading: words.heading(count),
      about: waitingText(sorted, formats.number),
      earlier: first > 0 ? words.earlier(formats.number(first)) : '',
      rows: rows.slice(0, shown),
      later: next === undefined ? '' : words.later(formats.number(sorted.length - first - shown)),
      actions: pageButtons(sorted[0]?.entry.referralId, first, next).map(executeAction),
    });
  };
  return { card: fitting(draw, Math.min(rows.length, mostRows)), summary: words.summary(count) };
}

/** The card with as many rows as fit on it. */
function fitting(draw: (rows: number) => AdaptiveCard, most: number): AdaptiveCard {
  for (let rows = most; ;) {
    const card = draw(rows);
    const size = JSON.stringify(card).length * 2;
    if (size <= largest || rows <= 1) return card;
    rows = Math.max(1, Math.min(rows - 1, Math.floor((rows * largest) / size)));
  }
}

function waitingText(referrals: readonly FoldedReferral[], number: (value: number) => string): string {
  const open = referrals.filter(({ entry }) => referralStage(entry.referral) === 'open').length;
  if (open === referrals.length) return words.allWait;
  if (open === 0) return words.noneWaits;
  return open === 1 ? words.oneWaits : words.waiting(number(open));
}

const pageButton = (title: string, from: string): CardButton => ({ title, verb: 'fold.page', data: { from } });

function pageButtons(start: string | undefined, first: number, next: string | undefined): CardButton[] {
  return [
    ...(first > 0 && start !== undefined ? [pageButton(words.first, start)] : []),
    ...(next === undefined ? [] : [pageButton(words.next, next)]),
  ];
}
