import { referralWords as words } from '../locales/referralWords';
import type { Referral } from '../partnerCenter/referral';
import { referralKind } from '../referrals/referralKind';
import type { Decision } from '../storage/store';
import { deciderText } from './deciderText';
import type { ReferralStage } from './referralStage';
import { memberName, namedList, sender } from './referralTexts';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';

/** One line of a FactSet; the value is Markdown. */
export interface CardFact {
  title: string;
  value: string;
}

/** So much of a longer word that a phone could not show the rest: a table of facts is as wide as its longest word. */
const longWord =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{20}(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{8})/gu;

/** A fact of plain text, at most `limit` characters of it, or nothing where there is none. */
export function fact(title: string, text: string | null | undefined, limit = 160): CardFact[] {
  const value = markdownText(text, limit).replace(longWord, '$&\u200b');
  return value ? [{ title, value }] : [];
}

/** What is told at a glance: at most six facts, in the order in which a sales person asks. */
export function referralFacts(
  referral: Referral,
  stage: ReferralStage,
  decision: Decision | null,
  formats: Formats,
): CardFact[] {
  const requirements = referral.details?.requirements;
  const closing = Date.parse(referral.details?.closingDateTime ?? '');
  const solutions = namedList(requirements?.solutions, formats, 3);
  const ended = stage === 'declined' || stage === 'lost';
  const accepted = decision?.verb === 'accept' ? decision : decision?.earlier;
  const acceptedHere = accepted?.verb === 'accept' && (stage === 'won' || stage === 'lost');
  return [
    ...(ended ? fact(words.facts.reason, oneLine(referral.statusReason), 200) : []),
    ...(acceptedHere
      ? fact(words.facts.acceptedBy, words.byPerson(deciderText(accepted), formats.day(accepted.at)))
      : []),
    ...fact(words.facts.kind, words.kinds[referralKind(referral)]),
    ...(solutions
      ? fact(words.facts.solutions, solutions)
      : fact(words.facts.products, namedList(requirements?.products, formats, 3))),
    ...fact(words.facts.from, sender(referral)),
    ...fact(words.facts.contact, memberName(referral.customerProfile?.team?.[0])),
    ...(Number.isNaN(closing) ? [] : fact(words.facts.closeDate, formats.calendarDay(closing))),
  ].slice(0, 6);
}
