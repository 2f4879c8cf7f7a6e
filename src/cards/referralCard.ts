import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/referral.json';
import { referralWords as words } from '../locales/referralWords';
import type { Referral } from '../partnerCenter/referral';
import { declineReasons } from '../referrals/declineReasons';
import { allows } from '../referrals/lifecycle';
import { referralKind } from '../referrals/referralKind';
import type { Decision } from '../storage/store';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { referralBanner, type ReferralBanner } from './referralBanner';
import { referralDetails } from './referralDetails';
import { referralFacts } from './referralFacts';
import { referralFurther, type ReferralFurther } from './referralFurther';
import { referralLink } from './referralLink';
import { referralStage, type ReferralStage } from './referralStage';
import { customerName, customerPlace, dealAmount, dealValue } from './referralTexts';
import { cutText } from './text/cutText';
import { createFormats, type Formats } from './text/formats';
import { keptTexts, type TypedInputs } from './typedInputs';
import { isolateText, isRightToLeft } from './text/rightToLeft';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';

/** Everything that the card of a referral is made from. */
export interface ReferralCardView {
  referral: Referral;
  /** How the other side's copy of a deal of ours stands, where that is known. */
  connected?: Referral | null;
  /** Who decided here, if somebody did. */
  decision: Decision | null;
  /** A sentence about a press that failed after it had been answered. */
  notice: string | null;
  /** ms, UTC. */
  now: number;
  /** `REFERRAL_RESPONSE_DAYS`. */
  responseDays: number;
  /** BCP 47; numbers and dates follow it. */
  locale: string;
  /** IANA; UTC where it is not known. */
  timeZone?: string;
  /** `REFERRAL_LINK`: an address with `{id}` and `{engagementId}` to be filled in. */
  referralLink: string;
  /** What the reader had typed before the card was drawn anew. */
  typed?: TypedInputs;
  /** What the card has besides when somebody asked for the referral. */
  further?: ReferralFurther;
}

const compiled = new Template(template);
/** Characters of the customer's notes: on the face, and behind Details (what a card can hold with everything else). */
const faceNotes = 240;
const detailNotes = 1200;

/** The card of a referral in whatever state it is. */
export function referralCard(view: ReferralCardView): CardMessage {
  const { referral, connected = null, decision, notice } = view;
  const formats = createFormats(view.locale, view.timeZone, view.now);
  const stage = referralStage(referral, connected);
  const banner = referralBanner(stage, view, formats);
  const { notes } = referral.details ?? {};
  const wholeNotes = markdownText(notes, Infinity);
  const shortNotes = markdownText(notes, faceNotes);
  // What was typed needs the room.
  const longNotes = shortNotes === wholeNotes || view.typed ? '' : markdownText(notes, detailNotes);
  const card = expandTemplate(compiled, {
    words,
    referralId: referral.id,
    can: buttonsOf(referral, stage, view.further !== undefined),
    further: referralFurther(view, formats),
    banner: {
      style: banner.style,
      // What is not urgent stays in the colour of text: it is read best.
      colour: banner.style === 'emphasis' || banner.style === 'accent' ? 'default' : banner.style,
      text: markdownText(banner.text, 160),
    },
    notice: markdownText(notice, 400),
    customer: markdownText(customerName(referral), 120),
    placeAndValue: markdownText(placeAndValue(referral, formats), 220),
    facts: referralFacts({ referral, connected }, stage, decision, formats),
    notes: shortNotes,
    rightToLeft: isRightToLeft(referral.details?.notes ?? '') || null,
    details: referralDetails(referral, formats),
    longNotes,
    notesEnd: (longNotes || view.typed) && (longNotes || shortNotes) !== wholeNotes ? words.notesInPartnerCenter : '',
    reasons: Object.entries(declineReasons).map(([value, title]) => ({ value, title })),
    prefilled: { ...keptTexts(view.typed), ...prefilled(referral, view.typed) },
    link: referralLink(view.referralLink, referral),
  });
  return { card, summary: summary(referral, stage, banner, formats) };
}

/** What can be done on the card: one that is posted unasked has only what its state calls for. */
function buttonsOf(referral: Referral, stage: ReferralStage, asked: boolean) {
  const answer = stage === 'open';
  return {
    answer,
    close: allows(referral, 'won'),
    note: allows(referral, 'note') && (asked || !answer),
    // Where it can be accepted, the form of the acceptance has the same inputs.
    change: allows(referral, 'update') && !answer,
  };
}

function placeAndValue(referral: Referral, formats: Formats): string {
  const place = customerPlace(referral);
  const value = dealValue(referral, formats);
  if (!place) return value ?? words.noPlaceNorValue;
  return `${isolateText(place)} · ${value ?? words.noValue}`;
}

/** What the forms for the deal start with; null leaves an input empty. */
function prefilled(referral: Referral, typed: TypedInputs = {}): Record<string, string | number | null> {
  const closing = referral.details?.closingDateTime?.slice(0, 10) ?? '';
  const currency = oneLine(referral.details?.currency).toUpperCase();
  return {
    dealValue: typed.dealValue ?? dealAmount(referral) ?? null,
    currency: typed.currency ?? (/^[A-Z]{3}$/.test(currency) ? currency : null),
    closingDate: typed.closingDate ?? (/^\d{4}-\d\d-\d\d$/.test(closing) ? closing : null),
  };
}

/** One line for the notification and for screen readers. */
function summary(referral: Referral, stage: ReferralStage, banner: ReferralBanner, formats: Formats): string {
  const kind = words.kinds[referralKind(referral)];
  const customer = isolateText(cutText(customerName(referral), 60));
  const about = [customer, cutText(customerPlace(referral), 40), dealValue(referral, formats)]
    .filter(Boolean)
    .join(', ');
  return cutText(stage === 'open' ? `${kind}: ${about}. ${banner.text}` : `${banner.text}: ${kind}, ${about}`, 190);
}
