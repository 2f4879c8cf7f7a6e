/** Values of parameters, each with the ways to say it. English. */
export const grammarValues = {
  referralStatus: { New: ['new'], Active: ['active'], Closed: ['closed'] },
  referralSubstatus: {
    Received: ['received'],
    Accepted: ['accepted', 'we accepted'],
    Pending: ['pending'],
  },
  /** What became of a referral. */
  referralOutcome: {
    Won: ['won', 'we won', 'we have won', 'did we win', 'have we won'],
    Lost: ['lost', 'we lost', 'we have lost', 'did we lose', 'have we lost'],
    Declined: ['declined', 'rejected', 'turned down', 'we declined', 'did we decline'],
    Expired: ['expired', 'timed out'],
    Unanswered: [
      ['unanswered', 'not answered', 'we have not answered', "we haven't answered", 'to answer', 'without an answer'],
      ['awaiting response', 'awaiting a response', 'waiting for a response', 'waiting for response'],
      ['waiting for an answer', 'waiting for answer', 'awaiting an answer', 'waiting for us', 'not responded to'],
    ].flat(),
  },
  qualification: {
    SalesQualified: ['sales qualified', 'sales-qualified', 'salesqualified', 'qualified by sales'],
    MarketingQualified: [
      'marketing qualified leads',
      'marketing qualified lead',
      'marketing qualified',
      'marketing-qualified',
      'marketingqualified',
      'qualified by marketing',
    ],
    Direct: ['direct'],
  },
  direction: {
    Incoming: ['incoming', 'inbound', 'received from microsoft', 'from microsoft'],
    Outgoing: [
      'outgoing',
      'outbound',
      'we sent',
      'that we sent',
      'we created',
      'sent by us',
      'we started',
      'that we started',
      'started by us',
    ],
  },
  kind: {
    coSell: ['co-sell', 'cosell', 'co sell', 'co-selling', 'coselling', 'co-sells', 'co-sale', 'shared'],
    qualifiedLead: [
      ['qualified leads', 'qualified lead', 'qualified'],
      ['sales qualified leads', 'sales qualified lead', 'sales-qualified leads', 'sales-qualified lead'],
    ].flat(),
    lead: ['leads', 'lead'],
    pipeline: ['pipeline', 'pipeline deals', 'pipeline deal', 'own deals'],
    marketplaceLead: [
      [
        'marketplace leads',
        'marketplace lead',
        'marketplace',
        'azure marketplace leads',
        'commercial marketplace leads',
      ],
      ['leads from the marketplace', 'leads from marketplace', 'leads from azure marketplace', 'leads from appsource'],
      ['appsource leads', 'appsource lead', 'appsource', 'leads from the azure marketplace'],
    ].flat(),
  },
  mine: { true: ['my', 'mine', 'assigned to me', 'for me', 'i own', 'i am on', "i'm on", 'on my team'] },
  subscriptionStatus: {
    active: ['active'],
    suspended: ['suspended', 'on hold'],
    deleted: ['deleted', 'cancelled', 'canceled'],
    expired: ['expired'],
    pending: ['pending'],
    disabled: ['disabled'],
  },
  paid: {
    unpaid: [
      [
        'unpaid',
        'unpayed',
        'not paid',
        'not payed',
        'not paid yet',
        "aren't paid",
        'are not paid',
        'not yet paid',
        'open',
      ],
      [
        'outstanding',
        'due',
        'overdue',
        'to pay',
        'we have to pay',
        'do we still have to pay',
        'do we have to pay',
        'owed',
      ],
    ].flat(),
    paid: ['paid', 'payed', 'we paid', 'we have paid', 'settled'],
  },
  /** Before the id of an engagement. */
  engagementLead: ['engagement', 'of engagement', 'in engagement', 'with engagement', 'related to engagement'],
  /** The order of referrals. */
  newest: { newest: ['latest', 'newest', 'most recent'] },
  /** With a number. */
  order: { newest: ['latest', 'newest', 'most recent', 'recent', 'last'], top: ['top', 'first'] },
  /** Before the e-mail address of a team member. */
  teamLead: ['of', 'by', 'for', 'with', 'assigned to', 'handled by', 'owned by', 'from', 'seller', 'with seller'],
  /** Before a country. */
  countryLead: ['from', 'in', 'from the', 'in the', 'for', 'of', 'based in', 'located in'],
  /** Lower-case words that look like a country's code and are not meant so. */
  notCountryCodes: ['me', 'my', 'it', 'is', 'at', 'to', 'so', 'no', 'be', 'by', 'do', 'as', 'am', 'in', 'an', 'or'],
  /** Other names of countries, with the ISO 3166-1 alpha-2 code; the official ones come from Intl. */
  countries: {
    US: ['usa', 'u.s', 'u.s.a', 'america', 'united states of america', 'american', 'states'],
    GB: ['uk', 'u.k', 'great britain', 'britain', 'england', 'british'],
    NL: ['holland', 'dutch', 'the netherlands'],
    DE: ['german'],
    FR: ['french'],
    SE: ['swedish'],
    NO: ['norwegian'],
    DK: ['danish'],
    FI: ['finnish'],
    ES: ['spanish'],
    IT: ['italian'],
    PL: ['polish'],
    PT: ['portuguese'],
    CH: ['swiss'],
    AT: ['austrian'],
    BE: ['belgian'],
    IE: ['irish'],
    CA: ['canadian'],
    MX: ['mexican'],
    BR: ['brazilian'],
    AU: ['australian'],
    IN: ['indian'],
    CN: ['chinese'],
    JP: ['japanese'],
    KR: ['korea', 'korean'],
    TW: ['taiwanese'],
    TR: ['turkey', 'turkish'],
    IL: ['israeli'],
    CZ: ['czech republic', 'czech'],
    AE: ['uae', 'emirates'],
    ZA: ['south african'],
  },
  /** A list as a file. */
  listFile: {
    csv: [
      ['export', 'export to excel', 'export to csv', 'export as csv', 'download', 'csv', 'csv of', 'csv file', 'excel'],
      ['excel of', 'as csv', 'as a csv', 'as csv file', 'as a csv file', 'to csv', 'to a csv', 'in csv', 'csv export'],
      [
        'as excel',
        'as an excel',
        'as excel file',
        'as an excel file',
        'to excel',
        'in excel',
        'for excel',
        'export of',
      ],
      ['spreadsheet of', 'a spreadsheet of', 'as spreadsheet', 'as a spreadsheet', 'to a spreadsheet', 'as a file'],
      ['excel file', 'excel file of', 'csv file of', 'a csv of', 'a csv file of', 'an excel of', 'an excel file of'],
    ].flat(),
  },
  /** An invoice as a file: itself, or its lines. */
  invoiceFile: {
    pdf: ['pdf', 'pdf of', 'pdf for', 'as pdf', 'as a pdf', 'in pdf', 'pdf file', 'pdf file of', 'download'],
    csv: [
      ['export', 'csv', 'csv of', 'as csv', 'as a csv', 'as a csv file', 'to csv', 'as excel', 'to excel', 'in excel'],
      ['excel of', 'excel', 'as a spreadsheet', 'to a spreadsheet', 'spreadsheet of', 'a spreadsheet of'],
    ].flat(),
  },
} as const;
