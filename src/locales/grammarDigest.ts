/** How it is said when a digest comes; `0` stands for every day. English. */
export const grammarDigest = {
  days: {
    0: ['daily', 'every day', 'each day', 'a day', 'every morning', 'once a day'],
    1: ['on monday', 'every monday', 'on mondays', 'mondays', 'monday', 'each monday'],
    2: ['on tuesday', 'every tuesday', 'on tuesdays', 'tuesdays', 'tuesday', 'each tuesday'],
    3: ['on wednesday', 'every wednesday', 'on wednesdays', 'wednesdays', 'wednesday', 'each wednesday'],
    4: ['on thursday', 'every thursday', 'on thursdays', 'thursdays', 'thursday', 'each thursday'],
    5: ['on friday', 'every friday', 'on fridays', 'fridays', 'friday', 'each friday'],
    6: ['on saturday', 'every saturday', 'on saturdays', 'saturdays', 'saturday', 'each saturday'],
    7: ['on sunday', 'every sunday', 'on sundays', 'sundays', 'sunday', 'each sunday'],
  },
  /** With a day behind it, or alone: then on Monday. */
  weekly: ['weekly', 'every week', 'once a week', 'each week'],
  at: ['', 'at'],
  noon: ['noon', 'midday'],
  morning: 'am',
  afternoon: 'pm',
  off: ['off', 'never', 'none', 'no more'],
  stop: ['stop', 'end', 'cancel', 'no', 'turn off', 'remove', 'disable'],
} as const;
