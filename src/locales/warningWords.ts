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
  /** Of a deal of our own; `name` is for example "Microsoft". */
  shared: {
    nudge: (name: string, left: string) => `${name} has not answered yet · ${left}`,
    undated: (name: string) => `${name} has not answered yet`,
    waits: (mentions: string, name: string) => `${mentions}: this deal of yours still waits for ${name}.`,
    waitsUnnamed: (name: string) => `This deal of yours still waits for ${name}.`,
    made: (day: string, days: number, number: string) =>
      days < 1 ? `Shared on ${day}.` : `Shared on ${day}, ${days === 1 ? '1 day' : `${number} days`} ago.`,
    contact: (name: string) => `The customer’s contact is ${name}.`,
    consequence: 'When nobody answers there, Partner Center archives it there as Expired.',
    expired: (name: string) => `Expired at ${name}: not answered in time`,
    waited: (name: string, day: string, days: number, number: string) =>
      `Shared on ${day}, it waited for ${name} ${days === 1 ? '1 day' : `${number} days`}. Partner Center has archived it there.`,
    goesOn: 'Your own deal goes on.',
  },
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
