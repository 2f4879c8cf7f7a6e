import { DateTime } from 'luxon';

/** When a digest is wanted. */
interface DigestTime {
  /** 1 (Monday) to 7; null for every day. */
  weekday: number | null;
  /** `HH:MM`, as the clocks of the conversation show it. */
  time: string;
}

/**
 * When the next digest is due after a moment, ms since the epoch. A time that the clocks leave out in spring comes as much later
 * as they are put forward, and one that they show twice in autumn counts the first time.
 * @param timeZone IANA; UTC where it is absent or unknown
 * @param after ms since the epoch
 */
export function nextDigestAt({ weekday, time }: DigestTime, timeZone: string | null, after: number): number {
  const inZone = DateTime.fromMillis(after, { zone: timeZone ?? 'utc' });
  const today = (inZone.isValid ? inZone : DateTime.fromMillis(after, { zone: 'utc' })).startOf('day');
  const [hour, minute] = time.split(':').map(Number);
  for (let days = 0; days <= 8; days++) {
    const day = today.plus({ days });
    if (weekday !== null && day.weekday !== weekday) continue;
    const at = day.set({ hour, minute, second: 0, millisecond: 0 }).toMillis();
    if (at > after) return at;
  }
  throw new Error(`${time} is no time of a day`);
}
