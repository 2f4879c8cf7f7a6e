import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/confirmReferral.json';
import { confirmReferralWords as words } from '../locales/confirmReferralWords';
import type { NewReferral } from '../referrals/newReferral';
import { confirmReferralFacts } from './confirmReferralFacts';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { createFormats } from './text/formats';
import { cutText } from './text/cutText';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';
import { isRightToLeft } from './text/rightToLeft';

/** A referral that waits for its maker's confirmation. */
export interface ConfirmReferralCardView {
  draftId: string;
  referral: NewReferral;
  /** Until when, ms since the epoch; `now` too. */
  expiresAt: number;
  now: number;
  /** BCP 47; numbers and dates follow it. */
  locale: string;
  /** IANA; UTC where it is not known. */
  timeZone?: string | undefined;
}

const compiled = new Template(template);

/** What will be sent and to whom, and whether it is to be. */
export function confirmReferralCard(view: ConfirmReferralCardView): CardMessage {
  const { draftId, referral, expiresAt, now, locale, timeZone } = view;
  const { type, consent, deal } = referral;
  const formats = createFormats(locale, timeZone, now);
  const leaves = type === 'Shared' ? 'shared' : consent.shareWithMicrosoft ? 'visible' : 'own';
  const confirm = type === 'Shared' ? words.buttons.share : words.buttons.create;
  const card = expandTemplate(compiled, {
    title: words.title[type],
    style: leaves === 'own' ? 'emphasis' : 'warning',
    leaves: words.leaves[leaves],
    facts: confirmReferralFacts(referral, formats),
    notesTitle: words.notes,
    notes: markdownText(deal.notes, 2000),
    rightToLeft: isRightToLeft(deal.notes ?? '') || null,
    consents: consentText(consent),
    until: words.until(formats.moment(expiresAt)),
    actions: [
      { ...executeAction({ title: confirm, verb: 'referral.create.confirm', data: { draftId } }), style: 'positive' },
      executeAction({ title: words.buttons.change, verb: 'referral.create.form', data: { draftId } }),
    ],
  });
  return { card, summary: words.summary(cutText(oneLine(referral.customer.name), 80)) };
}

function consentText({ contact, share, shareWithMicrosoft }: NewReferral['consent']): string {
  const { consents } = words;
  return [
    consents.contact[contact ? 'yes' : 'no'],
    consents.share[share ? 'yes' : 'no'],
    consents.microsoft[shareWithMicrosoft ? 'yes' : 'no'],
  ].join(' ');
}
