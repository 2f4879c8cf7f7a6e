import { referralWords as words } from '../locales/referralWords';
import type { Referral } from '../partnerCenter/referral';
import { referralKind } from '../referrals/referralKind';
import type { SharedDeal } from '../referrals/sharedDeal';
import type { Decision } from '../storage/store';
import { deciderText } from './deciderText';
import { otherSideKnown } from './otherSideName';
import type { ReferralStage } from './referralStage';
import { memberName, namedList, sender } from './referralTexts';
import type { Formats } from './text/formats';
import { isolateText } from './text/rightToLeft';
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
  { referral, connected }: SharedDeal,
  stage: ReferralStage,
  decision: Decision | null,
  formats: Formats,
): CardFact[] {
  const requirements = referral.details?.requirements;
  const closing = Date.parse(referral.details?.closingDateTime ?? '');
  const solutions = namedList(requirements?.solutions, formats, 3);
  const isOurs = referral.direction === 'Outgoing';
  const reason = stage === 'declinedThere' ? connected?.statusReason : referral.statusReason;
  const ended = stage === 'declined' || stage === 'lost' || stage === 'declinedThere';
  const accepted = decision?.verb === 'accept' ? decision : decision?.earlier;
  const acceptedHere = accepted?.verb === 'accept' && (stage === 'won' || stage === 'lost');
  return [
    ...(ended ? fact(words.facts.reason, oneLine(reason), 200) : []),
    ...(acceptedHere
      ? fact(words.facts.acceptedBy, words.byPerson(deciderText(accepted), formats.day(accepted.at)))
      : []),
    ...fact(words.facts.kind, words.kinds[referralKind(referral)]),
    ...(solutions
      ? fact(words.facts.solutions, solutions)
      : fact(words.facts.products, namedList(requirements?.products, formats, 3))),
    ...(isOurs
      ? [
          ...fact(words.facts.sharedWith, otherSideKnown({ referral, connected })),
          ...fact(words.facts.team, ourTeam(referral, formats)),
        ]
      : fact(words.facts.from, sender(referral))),
    ...fact(words.facts.contact, memberName(referral.customerProfile?.team?.[0])),
    ...(Number.isNaN(closing) ? [] : fact(words.facts.closeDate, formats.calendarDay(closing))),
  ].slice(0, 6);
}

/** The names of the first three: an address is not shown to a whole channel. */
function ourTeam({ team }: Referral, formats: Formats): string {
  const names = (team ?? []).map(memberName).filter(Boolean).map(isolateText);
  const rest = names.length > 3 ? ` ${words.more(formats.number(names.length - 3))}` : '';
  return formats.list(names.slice(0, 3)) + rest;
}
