import { subscriptionWords as words } from '../locales/subscriptionWords';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { oneLine } from './text/plainText';
import { readableCode } from './text/readableCode';

/** `P1Y` as "annual term"; durations of another form as they are. */
export function termText(duration: string | null | undefined, formats: Formats): string {
  const text = oneLine(duration);
  const [, count, unit] = /^P(\d+)([DMY])$/i.exec(text) ?? [];
  if (!unit) return cutText(text, 20);
  return words.terms[unit.toUpperCase() as 'D' | 'M' | 'Y'](Number(count), formats.number(Number(count)));
}

/** `monthly` as "billed monthly"; nothing for what says nothing. */
export function billingText(cycle: string | null | undefined): string {
  const text = readableCode(cycle).replace(/_/g, ' ').toLowerCase();
  return ['', 'none', 'unknown'].includes(text) ? '' : words.billed(cutText(text, 20));
}
