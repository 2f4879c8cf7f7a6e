const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The words about watches and their conditions. English. */
export const watchWords = {
  /** A watch without conditions. */
  everything: 'Every new referral',
  directions: { Outgoing: 'outgoing', Both: 'incoming and outgoing' },
  kinds: { coSell: 'co-sell', qualifiedLead: 'qualified leads', lead: 'leads', pipeline: 'pipeline deals' },
  or: 'or',
  /** How each condition is called, and the label of its input. */
  inputs: {
    direction: 'Direction',
    kinds: 'Kind',
    countries: 'Countries of the customer',
    industries: 'Industry',
    products: 'Product',
    solutions: 'Solution area',
    min: 'Deal value of at least',
    max: 'Deal value of at most',
    currency: 'Currency',
    customer: 'Name of the customer contains',
    mine: 'Only with me on the team',
    teamMember: 'E-mail of somebody on the team',
    location: 'Id of your location',
    pauseUntil: 'The day',
  },
  /** How a condition is called where a referral's own is said beside it. */
  conditions: {
    direction: 'Direction',
    kinds: 'Kind',
    countries: 'Country',
    industries: 'Industry',
    products: 'Product',
    solutions: 'Solution area',
    value: 'Deal value',
    customer: 'Customer',
    teamMember: 'Team',
    location: 'Location',
  },
  placeholders: { countries: 'US, Germany', currency: 'Any' } as Readonly<Record<string, string>>,
  ownCurrency: 'in whatever currency it is',
  onlyCurrency: (code: string) => `${code} only: other currencies do not match`,
  location: (id: string) => `for location ${id}`,
  started: {
    promise: 'What fits this comes here as a card:',
    end: 'To see, change or pause it, type watches. To stop, type unwatch.',
    paused: (day: string) => `It is paused until ${day}; type watches to change that.`,
    choose: 'Only some of them…',
  },
  form: {
    directions: {
      Incoming: 'Incoming: what you are sent',
      Outgoing: 'Outgoing: your own deals',
      Both: 'Both',
    },
    title: 'What comes here',
    intro: 'A new referral comes here if it fits all of this. What is left empty does not matter.',
    sections: {
      products: 'Products',
      industries: 'Industries',
      solutions: 'Solution areas',
      people: 'Team and location',
    },
    start: 'Start watching',
    save: 'Save',
    summary: 'The form for what comes here',
    errors: { value: 'A number of zero or more.', currency: 'Three letters, for example USD.', email: 'An address.' },
  },
  list: {
    heading: 'Watches here',
    none: 'Nothing is being watched here. Type watch, or choose what comes here.',
    count: (count: string) => `${count} watches; what fits one of them comes here once`,
    add: 'Add a watch',
    all: 'All watches here',
    paused: (day: string) => `Paused until ${day}`,
    by: (name: string, day: string) => `by ${name}, since ${day}`,
    summary: (count: string) => `Watches here: ${count}`,
  },
  one: {
    heading: 'Watch',
    owner: 'Whose it is',
    since: 'Since',
    paused: 'Paused until',
    pausedAbout: 'What arrives until then is not posted.',
    test: 'Test',
    edit: 'Change',
    pause: 'Pause…',
    pauseNow: 'Pause',
    resume: 'Resume',
    remove: 'Remove',
    saved: 'Changed. It holds for what arrives or changes from now on.',
    resumed: 'It goes on.',
    untilMissing: 'Choose the day on which it goes on.',
    summary: (what: string) => `Watch: ${what}`,
  },
  test: {
    heading: (fitting: string, looked: string) => `Would have matched ${fitting} of the last ${looked}`,
    none: 'There is no such referral that you may see to test with.',
    about: 'as you may see them, the newest first',
    fits: 'Matches',
    fitsNot: 'No',
    again: 'Back to the watch',
    why: {
      notStated: (condition: string) => `${condition}: not stated`,
      differs: (condition: string, has: string) => (has ? `${condition}: ${has}` : `${condition}: another`),
      otherCurrency: (condition: string, has: string) => `${condition}: in ${has}`,
    },
  },
  refused: {
    pipeline: 'Pipeline deals are your own and do not come in. Choose Outgoing or Both with them.',
    leads: 'Leads only come in. Watch them without **outgoing**, or watch outgoing co-sell.',
    marketplace:
      'Leads from Azure Marketplace and AppSource are not in Partner Center’s referrals API, so they cannot be watched.',
    address:
      'Which referrals are yours goes by your e-mail address, and Teams’ list of members could not be read here. Watch with the address, for example **watch referrals of megan@contoso.com**.',
    twoPeople: 'Choose either your own referrals or those of somebody else.',
    range: 'The least deal value is above the greatest. Correct it and try again.',
    full: (most: string) =>
      `There are ${most} watches here already, which is the most. Remove one first: type **watches**.`,
    ended: 'That watch has ended. Type **watches** to see those that run.',
    same: 'Another watch here has these conditions already. Nothing was changed.',
    owner: (name: string) =>
      `That watch is ${name}’s. Only they and administrators of Partner Desk may change it. Nothing was changed.`,
    tooEarly: 'must be tomorrow or later',
    tooLate: 'must be within a year',
  },
  problems: {
    notAChoice: 'is not one of the choices',
    notACountry: (text: string) => `has something that is no country like US or Germany: “${text}”`,
  },
  unwatched: {
    all: 'Stopped: new referrals are no longer posted here. The cards that are here stay up to date. Type **watch** to start again.',
    some: (count: number, names: string) =>
      `Your own are stopped. ${plural(count, 'One watch stays', `${count} watches stay`)}: only ${names} and administrators of Partner Desk may stop ${plural(count, 'it', 'them')}.`,
    notYours: (count: number, names: string) =>
      `Nothing was stopped: ${plural(count, 'the watch here is', 'the watches here are')} ${names}’s, and only they and administrators of Partner Desk may stop ${plural(count, 'it', 'them')}.`,
    none: 'Nothing is being watched here. Type **watch** to start.',
  },
} as const;
