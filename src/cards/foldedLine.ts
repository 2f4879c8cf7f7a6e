import { foldWords as words } from '../locales/foldWords';
import { referralWords } from '../locales/referralWords';
import { referralKind } from '../referrals/referralKind';
import type { LedgerEntry } from '../storage/store';
import { executeAction } from './executeAction';
import { referralBanner } from './referralBanner';
import { referralLine, type LineFacts } from './referralLine';
import { referralStage, type ReferralStage } from './referralStage';
import { customerName, customerPlace, dealValue, sender } from './referralTexts';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';
import { isolateText } from './text/rightToLeft';

/** A line of a list card, as its template takes it. */
export interface FoldedLine {
  /** Markdown. */
  text: string;
  colour: 'attention' | null;
  canShow: boolean;
  show: object | null;
}

/** What has become of it is said on its line; its card would say no more. */
const decided: ReadonlySet<ReferralStage> = new Set(['accepted', 'declined', 'expired', 'won', 'lost']);

/** One referral of several that came together: who it is, time left or what became of it, what it is and who sent it. */
export function foldedLine(
  { entry, hasCard }: { entry: LedgerEntry; hasCard: boolean },
  facts: LineFacts,
  formats: Formats,
): FoldedLine {
  const { referral, connected, referralId, decision } = entry;
  const stage = referralStage(referral, connected);
  const isOpen = stage === 'open';
  const { state, colour } = referralLine(referral, facts, formats);
  const openState = hasCard ? `${state} · ${words.hasCard}` : state;
  const stands = isOpen ? openState : referralBanner(stage, { referral, connected, decision, ...facts }, formats).text;
  const from = referral.direction === 'Outgoing' ? '' : sender(referral);
  const about = [
    referralWords.kinds[referralKind(referral)],
    from ? words.from(foreign(from, 40)) : '',
    foreign(customerPlace(referral), 40),
    foreign(dealValue(referral, formats), 40),
  ];
  const canShow = !hasCard && !decided.has(stage);
  return {
    text: `**${foreign(customerName(referral), 60)}** · ${foreign(stands, 90)}\n\n${about.filter(Boolean).join(' · ')}`,
    colour: isOpen && colour === 'attention' ? 'attention' : null,
    canShow,
    show: canShow ? executeAction({ title: words.show, verb: 'fold.show', data: { referralId } }) : null,
  };
}

/** Text from outside beside words of ours. */
const foreign = (text: string | undefined, limit: number): string => isolateText(markdownText(text, limit));
