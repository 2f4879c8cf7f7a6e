import type { Desk } from '../commands/desk';
import { relatedReferrals, shownReferral } from '../commands/referralAnswer';
import type { Answer } from '../commands/turn';
import { confirmReferralWords as words } from '../locales/confirmReferralWords';
import { noteTogether } from '../referrals/noteTogether';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { NewReferral } from '../referrals/newReferral';
import type { Draft } from '../storage/draft';
import type { Press } from './cardAction';
import { recordPress } from './recordPress';

/** The card of a referral that was created, with its connected one, in place of the card that asked. */
export async function createdAnswer(
  press: Press,
  desk: Desk,
  { draft, again }: { draft: Draft; again: boolean },
  type: NewReferral['type'],
): Promise<Answer> {
  const { log, tokens, person } = press;
  const id = draft.referralId ?? '';
  const own = await desk.partnerCenter.getReferral(tokens, id).catch((error: unknown) => {
    log.warn({ err: error, referral: id }, 'a referral that was created could not be read');
    const isHidden = error instanceof PartnerCenterError && error.kind === 'forbidden';
    return isHidden ? words.hidden(id) : words.unread(id);
  });
  if (typeof own === 'string') return own;
  const related = await relatedReferrals(press, desk, own);
  await noteTogether(desk.store, [own, ...(related ?? [])], desk.clock.now());
  const entry = await recordPress(press, desk, own, again ? {} : { notice: words.created[type](person.name) });
  return shownReferral(press, desk, entry, { related });
}
