import type { Referral } from '../partnerCenter/referral';
import { detailCard } from './detailCard';
import type { CardMessage } from './message';
import { customerName, customerPlace } from './referralTexts';
import { createFormats } from './text/formats';

/** Everything that a referral holds. */
export interface ReferralFieldsCardView {
  referral: Referral;
  /** The first field of the page, zero-based. */
  fieldsFrom: number;
  /** The way back that the referral's card had. */
  backText: string | undefined;
  /** ms, UTC. */
  now: number;
  locale: string;
  timeZone?: string;
}

/** All fields of a referral, documented or not, a page at a time. */
export function referralFieldsCard(view: ReferralFieldsCardView): CardMessage {
  const { referral, fieldsFrom, backText: back } = view;
  const heading = customerName(referral);
  const formats = createFormats(view.locale, view.timeZone, view.now);
  const card = detailCard(
    {
      heading,
      about: customerPlace(referral),
      facts: [],
      sections: [],
      buttons: [],
      resource: referral,
      show: { verb: 'referral.show', data: { referralId: referral.id, back } },
      fieldsFrom,
    },
    formats,
  );
  return { card, summary: heading };
}
