/** The words about bursts of new referrals that are folded into one card. English. */
export const foldWords = {
  heading: (count: string) => `${count} new referrals`,
  waiting: (count: string) => `They came together. ${count} of them wait for your answer, the most urgent first.`,
  oneWaits: 'They came together. One of them waits for your answer.',
  allWait: 'They came together and all wait for your answer, the most urgent first.',
  noneWaits: 'They came together. None of them waits for your answer.',
  from: (sender: string) => `from ${sender}`,
  hasCard: 'its card is here',
  show: 'Show',
  earlier: (count: string) => `${count} before these`,
  later: (count: string) => `${count} more`,
  next: 'Show the next ones',
  first: 'Show the first ones',
  summary: (count: string) => `${count} new referrals on one card`,
  pressed: {
    coming: (name: string) => `The card of ${name} is on its way.`,
    here: (name: string) => `The card of ${name} is in this conversation already.`,
    unknown: 'This list is not kept any more. Type **referral** and the name of the customer to see one referral.',
  },
  on: 'When more than 20 new referrals wait to be posted here, they come as one card with a button for each, which brings its card. To have a card for each at once, type **fold off**.',
  wasOn: (by: string) =>
    `${by} asked for that: more than 20 new referrals at a time come as one card with a button for each. To have a card for each at once, type **fold off**.`,
  off: 'Every new referral comes here as a card of its own, however many there are. List cards that are here still work.',
  wasOff:
    'Every new referral comes here as a card of its own already. To have many of them on one card, type **fold on**.',
  notWatched: 'Nothing is watched here yet: type **watch** as well.',
  personal:
    'Bursts are folded in channels and group chats, where many referrals are posted for everybody. Type it there.',
  /** In `watches`. */
  state: (by: string) => `More than 20 at a time come as one card, as ${by} asked; to end that, type fold off.`,
  /** In `status`, behind what is watched. */
  also: (watched: string) => `${watched}; more than 20 at a time come as one card`,
} as const;
