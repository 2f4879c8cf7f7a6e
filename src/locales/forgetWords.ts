const some = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** The words about erasing what is kept of a customer. English; every text is Markdown. */
export const forgetWords = {
  title: (customer: string) => `Erase what is kept of ${customer}?`,
  found: (closed: number, drafts: number, offers: number, news: number) =>
    `Partner Desk keeps ${[
      ...some(closed, 'closed referral', 'closed referrals'),
      ...some(drafts, 'form that was filled in', 'forms that were filled in'),
      ...some(offers, 'offered file', 'offered files'),
      ...some(news, 'change of a subscription that was told', 'changes of subscriptions that were told'),
    ].join(', ')}. Cards of the referrals are emptied. This cannot be undone.`,
  running: (count: number) =>
    `${count === 1 ? 'One referral is open or runs: it stays' : `${count} referrals are open or run: they stay`} until closed in Partner Center.`,
  remains:
    'Partner Center keeps its own data, and Teams keeps other messages that name the customer. Erase them there.',
  erase: 'Erase',
  none: (customer: string) => `Nothing is kept of a customer named ${customer}; the name has to be typed in full.`,
  near: (names: string) => `Did you mean ${names}?`,
  done: 'Erased',
  what: (referrals: number, drafts: number, offers: number, news: number) =>
    `${referrals} closed referrals, ${drafts} filled-in forms, ${offers} offered files and ${news} changes of subscriptions that were told. The referrals’ cards are being emptied.`,
  notice: 'What was kept of this customer was erased from Partner Desk.',
  which: 'Which customer? Type for example **forget Contoso Ltd.**, with the whole name.',
} as const;
