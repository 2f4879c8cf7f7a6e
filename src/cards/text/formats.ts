import { dateFormat, numberFormat } from './intlFormats';
import { oneLine } from './plainText';

/** Numbers, dates and lists as one conversation reads them. */
export interface Formats {
  /** A whole day, with the year if it is not this one: "4 Dec". */
  day: (ms: number) => string;
  /** A day that belongs to no zone, such as a close date: the ms are midnight UTC. */
  calendarDay: (ms: number) => string;
  /** How many midnights lie between now and then. */
  daysUntil: (ms: number) => number;
  /** Day and time, with the zone where the reader's is not known: "21 Nov, 10:04 UTC". */
  moment: (ms: number) => string;
  number: (value: number) => string;
  /** A number with all its decimals. */
  exact: (value: number) => string;
  /** An amount in a currency (ISO 4217; an unknown code is shown as it is). */
  money: (amount: number, currency: string) => string;
  /** "a, b, c" */
  list: (items: readonly string[]) => string;
}

/**
 * @param locale BCP 47; English where it is malformed
 * @param timeZone IANA; UTC, and said so, where it is absent or unknown
 * @param now ms, UTC: what "this year" is
 */
export function createFormats(locale: string, timeZone: string | undefined, now: number): Formats {
  const tag = supported(() => new Intl.Locale(locale).toString()) ?? 'en';
  const zone = timeZone ? supported(() => dateFormat(tag, { timeZone }).resolvedOptions().timeZone) : undefined;
  const dates = (options: Intl.DateTimeFormatOptions) => (ms: number) => {
    const all = { timeZone: zone ?? 'UTC', month: 'short', day: 'numeric', ...options } as const;
    const year = dateFormat('en', { timeZone: all.timeZone, year: 'numeric' });
    const sameYear = year.format(ms) === year.format(now);
    return dateFormat(tag, sameYear ? all : { ...all, year: 'numeric' }).format(ms);
  };
  const iso = dateFormat('en-CA', { timeZone: zone ?? 'UTC', dateStyle: 'short' });
  const dayStart = (ms: number) => Date.parse(iso.format(ms));
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  return {
    day: dates({}),
    calendarDay: dates({ timeZone: 'UTC' }),
    daysUntil: (ms) => Math.round((dayStart(ms) - dayStart(now)) / 86_400_000),
    moment: dates(zone ? time : { ...time, timeZoneName: 'short' }),
    number: (value) => numberFormat(tag, {}).format(value),
    exact: (value) => numberFormat(tag, { maximumFractionDigits: 12 }).format(value),
    money: (amount, currency) => money(tag, amount, oneLine(currency)),
    list: (items) => new Intl.ListFormat(tag, { style: 'narrow', type: 'conjunction' }).format(items),
  };
}

function money(tag: string, amount: number, currency: string): string {
  const digits = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {};
  return (
    supported(() => numberFormat(tag, { style: 'currency', currency, ...digits }).format(amount)) ??
    `${numberFormat(tag, {}).format(amount)} ${currency}`.trim()
  );
}

function supported<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    // Intl answers a locale, zone or currency that it does not know with a RangeError.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
