/** The words of reminders: that a referral waits, and that it has expired. English. */
export const warningWords = {
  nudge: (left: string) => `Nobody has answered yet · ${left}`,
  undated: 'Nobody has answered yet',
  waits: (mentions: string) => `${mentions}: this referral waits for an answer.`,
  waitsUnnamed: 'This referral waits for an answer.',
  received: (day: string, days: number, number: string) =>
    days < 1 ? `Received on ${day}.` : `Received on ${day}, ${days === 1 ? '1 day' : `${number} days`} ago.`,
  consequence: 'When nobody answers, Partner Center archives it as Expired and tells the sender.',
  team: (names: string) => `On its team: ${names}.`,
  asOf: (when: string) => `Partner Center could not be asked just now; this is how it stood on ${when}.`,
  open: 'Open',
  accept: 'Accept',
  later: 'Remind me later',
  until: 'Remind again on',
  untilMissing: 'Choose a day.',
  snooze: 'Put off',
  expired: 'Expired: nobody answered in time',
  waited: (received: string, days: number, number: string) =>
    `Received on ${received}, it waited ${days === 1 ? '1 day' : `${number} days`}. Partner Center has archived it and told the sender.`,
  reached: (posted: string) => `Its card came here on ${posted}.`,
  nobody: 'Nobody was on its team.',
  snoozed: (name: string, day: string) => `${name} put off the reminders here until ${day}.`,
  summary: (customer: string, text: string) => `${customer}: ${text}`,
  tooLate: (moment: string) => `It expires on ${moment}, so the reminder has to come earlier. Choose an earlier day.`,
  tooEarly: 'Choose a day after today.',
} as const;
