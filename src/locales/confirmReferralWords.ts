/** The words around the creation of a referral, once the form is filled in. English. */
export const confirmReferralWords = {
  title: { Independent: 'Create this referral?', Shared: 'Create this referral and share it with Microsoft?' },
  leaves: {
    own: 'Everything below goes to Partner Center, Microsoft’s service, as a referral of your company. Colleagues with a referrals role see it; Microsoft’s sellers do not.',
    visible:
      'Everything below goes to Partner Center as a referral of your company, and Microsoft’s sellers may see it. **Sharing with Microsoft cannot be undone.**',
    shared:
      'Everything below leaves your company and goes to Microsoft: two connected referrals are made, one for your company and one for Microsoft’s sellers, with the customer’s name and address, the contacts and how to reach them, the deal and the notes. **Sharing with Microsoft cannot be undone.**',
  },
  facts: { customer: 'Customer', contacts: 'Contacts', deal: 'Deal', needs: 'Needs', team: 'Your team', help: 'Help' },
  closes: (day: string) => `closes ${day}`,
  solution: (id: string) => `your solution ${id}`,
  ownNumber: (number: string) => `your number ${number}`,
  writtenIn: (locale: string) => `written to in their language (${locale})`,
  noContacts: 'none',
  notes: 'Notes',
  consents: {
    contact: { yes: 'The customer agrees to be contacted.', no: 'The customer is not to be contacted.' },
    share: {
      yes: 'The customer agrees that other organisations see this.',
      no: 'Not to be shared with other organisations.',
    },
    microsoft: { yes: 'Microsoft sellers may see it.', no: 'Microsoft sellers may not see it.' },
  },
  buttons: {
    create: 'Create',
    share: 'Create and share with Microsoft',
    change: 'Change something',
    finish: 'Finish it',
    lookAgain: 'Look again and finish',
    showOwn: 'Show mine',
  },
  until: (moment: string) => `Only you can confirm this, until ${moment}.`,
  summary: (customer: string) => `Create a referral for ${customer}?`,
  half: {
    title: 'Microsoft is not invited yet',
    text: (customer: string) =>
      `Your own referral for ${customer} is in Partner Center. Microsoft’s connected one is not, because something went wrong on the way:`,
    next: 'Press Finish it to connect Microsoft’s. Your own is not made a second time.',
  },
  uncertain: {
    title: 'Not certain yet',
    text: (customer: string) =>
      `Partner Center gave no answer for the referral for ${customer}, and does not show it so far:`,
    next: 'Press the button: I look for it first, and send it again only if it is not there.',
  },
  unfinishedSummary: (customer: string) => `The referral for ${customer} is not finished`,
  created: {
    Independent: (name: string) => `${name} created it.`,
    Shared: (name: string) => `${name} created it and shared it with Microsoft.`,
  },
  unread: (id: string) =>
    `It was created, but Partner Center cannot be read at the moment. Type **referral ${id}** in a few minutes to see it.`,
  hidden: (id: string) =>
    `It was created (${id}). Partner Center shows a Referrals user only the deals that name them on the team, and this one does not name you, so I cannot show it to you: ask a Referrals admin to add you.`,
  working: {
    title: 'Still working on it',
    text: 'Partner Center is slow. Nothing is lost, and nothing is sent twice.',
    look: 'See how it stands',
  },
  refused: {
    unknown: 'This is not known any more. Type **create referral** to begin anew.',
    notYours: (name: string) => `Only ${name}, who filled it in, can do this. Nothing was sent.`,
    expired: 'The time to confirm this is over, and nothing was sent. Press **Change something** to ask anew.',
    replaced: 'This was changed and asked anew; press the button on the newer card. Nothing was sent from here.',
    begun: 'This is being created, or was, and cannot be changed here any more.',
    notBegun: 'This was not confirmed yet, so there is nothing to finish. Nothing was sent.',
    busy: 'This is being created at this moment. Press again in a minute; nothing is sent twice.',
  },
} as const;
