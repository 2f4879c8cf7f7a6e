import { fieldWords as words } from '../locales/fieldWords';
import { serviceMoment } from './text/serviceMoment';
import type { Formats } from './text/formats';

const isLink = /(link|links|uri|url|href)$/i;
const isMoney = /(charges?|amount|price|total|subtotal|tax|value)$/i;

/**
 * A single value of a resource as people read it; '' where there is none. Dates and durations are formatted, codes and ids
 * stay as Partner Center gives them.
 * @param name the field's name
 * @param currency ISO 4217, of the resource that holds the field
 */
export function fieldValue(name: string, value: unknown, currency: string | undefined, formats: Formats): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    return currency && isMoney.test(name) ? `${formats.exact(value)} ${currency}` : formats.exact(value);
  }
  if (typeof value !== 'string' || !value.trim()) return '';
  if (isLink.test(name)) return words.hiddenLink;
  return duration(value, formats) ?? moment(value, formats) ?? value;
}

/** `P1Y` as "1 year"; undefined for what is not a duration of one unit. */
function duration(text: string, formats: Formats): string | undefined {
  const [, count, unit] = /^P(\d{1,6})([DMY])$/.exec(text) ?? [];
  return unit && words.durations[unit as 'D' | 'M' | 'Y'](Number(count), formats.number(Number(count)));
}

function moment(text: string, formats: Formats): string | undefined {
  const ms = serviceMoment(text);
  if (ms === undefined) return undefined;
  return ms % 86_400_000 === 0 ? formats.calendarDay(ms) : formats.moment(ms);
}
