import { warningWords as words } from '../locales/warningWords';
import type { SharedDeal } from '../referrals/sharedDeal';
import { otherSideName } from './otherSideName';

/** What a reminder says differently of what waits for us and of a deal of ours that waits for the other side. */
export interface WarningSaid {
  /** The first line, with the time that is left. */
  left(left: string, first: boolean): string;
  undated: string;
  waits(mentions: string): string;
  waitsUnnamed: string;
  received(day: string, days: number, number: string): string;
  consequence: string;
  expired: string;
  waited(day: string, days: number, number: string): string;
  /** Of a team of nobody. */
  nobody: string;
}

/** The words for this referral. */
export function warningSaid(deal: SharedDeal): WarningSaid {
  if (deal.referral.direction !== 'Outgoing') return forUs;
  const { shared } = words;
  const name = otherSideName(deal);
  const goesOn = deal.referral.status === 'Closed' ? '' : ` ${shared.goesOn}`;
  return {
    // What runs out is not our own time, which the time alone would not say.
    left: (left) => shared.nudge(name, left),
    undated: shared.undated(name),
    waits: (mentions) => shared.waits(mentions, name),
    waitsUnnamed: shared.waitsUnnamed(name),
    received: shared.made,
    consequence: shared.consequence,
    expired: shared.expired(name),
    waited: (...when) => shared.waited(name, ...when) + goesOn,
    nobody: '',
  };
}

const forUs: WarningSaid = { ...words, left: (left, first) => (first ? words.nudge(left) : left) };
