/** The words about quiet hours. English. */
export const quietWords = {
  heading: 'Quiet hours',
  about:
    'In these hours of every day no new card, reminder or digest comes here: they wait until the hours are over. What expires meanwhile is brought up before. Cards that are here are kept up to date all the time.',
  none: 'There are none here.',
  now: (from: string, until: string, by: string) => `From ${from} to ${until}, set by ${by}.`,
  zone: (zone: string) => `The times are those of ${zone}.`,
  noZone: 'Teams did not say which time zone is used here, so the times are UTC.',
  inputs: { quietFrom: 'From', quietUntil: 'Until' },
  set: 'Set',
  clear: 'No quiet hours',
  summary: 'Quiet hours of this conversation',
  missing: 'Choose the time at which they begin and the time at which they end.',
  same: 'They would begin and end at the same time. Choose two times.',
  notATime: 'is not a time like 22:00',
  done: 'Set. What is under way already still comes.',
  cleared: 'There are none any more. What waited for the end of today’s comes now.',
} as const;
