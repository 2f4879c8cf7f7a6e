import { referralCard } from '../cards/referralCard';
import { referralFieldsCard } from '../cards/referralFieldsCard';
import { engagementFilter } from '../partnerCenter/engagementFilter';
import type { Referral } from '../partnerCenter/referral';
import { noteTogether } from '../referrals/noteTogether';
import { recordReferral } from '../referrals/recordReferral';
import type { LedgerEntry } from '../storage/store';
import type { Desk } from './desk';
import { backToList } from './referralsAnswer';
import type { Answer, Turn } from './turn';

/** How a referral is to be shown. */
export interface ReferralView {
  /** The list that the person came from, as its card wrote it. */
  back?: string;
  /** All fields from this one on, in place of the card. */
  fieldsFrom?: number;
}

/**
 * One referral, read with the person's own token: its card with everything that its state allows, and what belongs to the
 * same engagement. The card is not in our books until a button on it changes the referral.
 */
export async function referralAnswer(turn: Turn, desk: Desk, id: string, view: ReferralView = {}): Promise<Answer> {
  const referral = await desk.partnerCenter.getReferral(turn.tokens, id);
  const { back: backText, fieldsFrom } = view;
  if (fieldsFrom !== undefined) return referralFieldsCard({ referral, fieldsFrom, backText, ...readerOf(turn, desk) });
  const related = await relatedReferrals(turn, desk, referral);
  // What the other side's copy says belongs on the card of a deal of our own.
  if (referral.direction === 'Outgoing')
    await noteTogether(desk.store, [referral, ...(related ?? [])], desk.clock.now());
  const entry = await recordReferral(desk.store, referral, { now: desk.clock.now() });
  desk.wakeDelivery();
  return shownReferral(turn, desk, entry, { related, backText });
}

/** The card of a referral for the person who asked, with its engagement and the way back. */
export function shownReferral(
  turn: Turn,
  desk: Desk,
  { referral, connected, decision, notice }: Pick<LedgerEntry, 'referral' | 'connected' | 'decision' | 'notice'>,
  { related, backText }: { related: Referral[] | undefined; backText?: string | undefined },
): Answer {
  const { responseDays, referralLink } = desk;
  const further = { related, back: backToList(backText), backText };
  const shown = { referral, connected, decision, notice, further, responseDays, referralLink };
  return referralCard({ ...shown, ...readerOf(turn, desk) });
}

const readerOf = ({ locale, timeZone }: Turn, { clock }: Desk) => ({
  now: clock.now(),
  locale,
  ...(timeZone ? { timeZone } : {}),
});

/** The other referrals of the engagement; undefined where they cannot be read, which must not cost the referral itself. */
export async function relatedReferrals(
  turn: Turn,
  desk: Desk,
  { id, engagementId }: Referral,
): Promise<Referral[] | undefined> {
  if (!engagementId) return [];
  const query = { filter: engagementFilter(engagementId), orderby: 'createdDateTime desc' } as const;
  const found: Referral[] = [];
  try {
    for await (const page of desk.partnerCenter.listReferrals(turn.tokens, query)) found.push(...page);
  } catch (error) {
    turn.log.warn({ err: error, referral: id }, 'the engagement could not be read');
    return undefined;
  }
  return found.filter((other) => other.id !== id);
}
