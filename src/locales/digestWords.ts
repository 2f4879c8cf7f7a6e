const counted = (count: string, isOne: boolean, one: string, many: string) => `${count} ${isOne ? one : many}`;

/** The words about digests. English. */
export const digestWords = {
  heading: { daily: 'Daily digest', weekly: 'Weekly digest' },
  period: (from: string, until: string) => `${from} – ${until}`,
  fresh: 'New',
  waiting: 'Waiting for an answer',
  waitingSince: (count: string, since: string) => `${count}, the oldest since ${since}`,
  expiring: 'Of these, expiring within 3 days',
  closed: 'Closed',
  outcome: {
    won: (count: string) => `${count} won`,
    lost: (count: string) => `${count} lost`,
    expired: (count: string) => `${count} expired`,
  },
  answered: 'Answered',
  answeredWithin: (count: string, within: string) => `${count}, half of them within ${within}`,
  duration: {
    minutes: (count: string, isOne: boolean) => counted(count, isOne, 'minute', 'minutes'),
    hours: (count: string, isOne: boolean) => counted(count, isOne, 'hour', 'hours'),
    days: (count: string, isOne: boolean) => counted(count, isOne, 'day', 'days'),
  },
  urgent: 'Most urgent',
  more: (count: string) => `and ${count} more`,
  summary: (heading: string, fresh: string, waiting: string) => `${heading}: ${fresh} new, ${waiting} waiting`,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  when: {
    daily: (time: string) => `every day at ${time}`,
    weekly: (day: string, time: string) => `every ${day} at ${time}`,
  },
  zone: (zone: string) => `(${zone})`,
  noZone: '(UTC, because Teams did not say which time zone is used here)',
  set: (when: string, zone: string, first: string) =>
    `A digest of the referrals that are posted here comes ${when} ${zone}, the next one on ${first}. When there is nothing to say, none comes. To end it, type **digest off**.`,
  shown: (when: string, zone: string, by: string, next: string) =>
    `A digest comes here ${when} ${zone}, set by ${by}; the next one on ${next}. To end it, type **digest off**.`,
  quiet: (from: string, until: string) =>
    `That time is in the **quiet hours** of this conversation, ${from} to ${until}, so it waits until they are over.`,
  notWatched: 'Nothing is watched here yet, so there is nothing to sum up: type **watch** as well.',
  none: 'No digest comes here. Type **digest daily at 8:30** or **digest weekly on Monday at 9**.',
  off: 'No digest comes here any more.',
  wasNone: 'No digest came here.',
  personal:
    'A digest comes in channels and group chats, where referrals are posted for everybody. Type it there; here, **new referrals** shows what waits for an answer.',
  unclear: 'Say when: **digest daily at 8:30**, **digest weekly on Monday at 9**, or **digest off**.',
} as const;
