import { referralWords as words } from '../locales/referralWords';
import type { Decision } from '../storage/store';
import { cutText } from './text/cutText';
import { oneLine } from './text/plainText';
import { isolateText } from './text/rightToLeft';

/** Who decided, in plain text; everybody who may have, where the answer was lost. */
export function deciderText({ byName, possibly = [] }: Pick<Decision, 'byName' | 'possibly'>): string {
  if (possibly.length > 1) return words.oneOf(possibly.map(shown));
  return possibly.length === 1 ? words.mostLikely(shown(byName)) : shown(byName);
}

const shown = (name: string): string => isolateText(cutText(oneLine(name), 80));
