const things = { subscriptions: 'changed subscriptions', invoices: 'new invoices' } as const;

/** The words about changed subscriptions and new invoices that conversations are told of. English; sentences are Markdown. */
export const newsWords = {
  card: {
    subscription: 'A subscription has changed',
    invoice: 'An invoice is ready',
    creditNote: 'A credit note is ready',
    /** What was before, and what is now. */
    change: (before: string, after: string) => `${before} → ${after}`,
    nothing: 'none',
    notSaid: 'Partner Center does not say what has changed. When it changes again, the card says it.',
    same: 'It is again as it was before.',
    facts: { status: 'Status', reason: 'Suspended for', quantity: 'Quantity', term: 'Term' },
    details: 'Details',
    asOf: (when: string) => `As Partner Center had it on ${when}`,
    changed: (customer: string, name: string) => `${customer}: ${name} has changed`,
    ready: (title: string, total: string) => [`${title} is ready`, total].filter(Boolean).join(': '),
  },
  started: {
    /** @param what what is watched, as `watches` says it */
    done: (what: string) => `**Watching: ${what}.**`,
    again: (what: string) => `**Watched here already: ${what}.**`,
    subscriptions:
      'A card comes here when Partner Center tells that a subscription has changed, which can take it up to two days.',
    invoices: 'A card comes here when Partner Center tells that an invoice is ready.',
    everybody: 'Everybody here sees these cards, whatever their role in Partner Center.',
    personal: 'You see only what your own role in Partner Center lets you read.',
    end: 'To see, pause or remove it, type **watches**.',
  },
  instead: { subscriptions: 'Changed subscriptions instead', invoices: 'New invoices instead' },
  unwatched: {
    done: (news: keyof typeof things) =>
      `Stopped: ${things[news]} are no longer told here. What else is watched here goes on.`,
    none: (news: keyof typeof things) => `Nothing was stopped: ${things[news]} are not being watched here.`,
  },
  refused: {
    invoiceCustomer:
      'Partner Center’s invoices are to your own company, not to one of its customers: type **watch invoices**, without a name.',
    noForm: 'This watch is not for referrals, so there is nothing to change or to test. Remove it and type another.',
  },
  needs: {
    off: (news: keyof typeof things) =>
      `Of ${things[news]} Partner Center tells only by webhooks, and these are off, so nothing is being watched. An administrator sets WEBHOOKS=on, WEBHOOK_SECRET and BOT_DOMAIN and starts Partner Desk again; then type this once more.`,
    offNow: (news: keyof typeof things) =>
      `Nothing is told here of ${things[news]} although they are watched, because webhooks are off. An administrator sets WEBHOOKS=on and starts Partner Desk again.`,
    elsewhere: (news: keyof typeof things) =>
      `Partner Center does not send its events about ${things[news]} to Partner Desk, so none are told here. An administrator runs npm run doctor -- --replace-webhook, which says where they go now.`,
    account: 'Nothing can be read before an account is connected: an administrator types **connect**.',
    unreadable: {
      subscription: (since: string) =>
        `Since ${since} Partner Center does not let the account read a subscription that has changed, so its card does not come. Give the account a role that may, for example Admin agent; it is tried again for a week.`,
      invoice: (since: string) =>
        `Since ${since} Partner Center does not let the account read an invoice that is ready, so its card does not come. Give the account a role that may, for example Admin agent; it is tried again for a week.`,
    },
  },
} as const;
