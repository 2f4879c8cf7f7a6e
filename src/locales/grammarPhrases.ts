/**
 * Ways to ask for each command. `{customer}` and the like stand for a parameter; every word may also be written as one of
 * its synonyms. English.
 */
export const grammarPhrases = {
  help: [
    [
      'help',
      'help me',
      'hi',
      'hello',
      'hey',
      'what can you do',
      'what can i do',
      'what can i ask',
      'what can i ask you',
    ],
    ['what can i type', 'how does this work', 'what do you do'],
  ].flat(),
  customers: [
    [
      'customers',
      'customer list',
      'my customers',
      'customers starting with {startsWith}',
      'customers named {startsWith}',
    ],
    ['customers called {startsWith}', 'customers whose name starting with {startsWith}', 'customers {startsWith}'],
    ['search customers for {startsWith}', 'customers with domain {domain}', 'customers with domain name {domain}'],
    ['customers {domain}'],
  ].flat(),
  customer: [
    [
      'customer',
      'customer {customer}',
      'open customer {customer}',
      'who is customer {customer}',
      'customer details for {customer}',
    ],
    [
      'profile of {customer}',
      '{customer} profile',
      'address of {customer}',
      '{customer} address',
      'customer named {customer}',
    ],
    ['{customer} contacts', 'contacts for {customer}', '{customer} domains', 'domains of {customer}'],
  ].flat(),
  subscriptions: [
    ['subscriptions', 'subscriptions for', 'subscriptions for {customer}', '{customer} subscriptions'],
    ['subscriptions {customer}', 'for {customer} subscriptions', 'subscriptions does {customer} have'],
    [
      'subscriptions has {customer} got',
      'what does {customer} subscribe to',
      '{ends} for {customer}',
      'has {customer} subscribed to',
      '{customer} has subscribed to',
    ],
  ].flat(),
  orders: [
    [
      'orders',
      'order',
      'orders for',
      'orders for {customer}',
      'order for {customer}',
      '{customer} orders',
      'orders {customer}',
    ],
    ['for {customer} orders', 'order history for {customer}', '{customer} order history', 'has {customer} ordered'],
    ['did {customer} order', 'did {customer} buy', 'has {customer} bought', '{customer} ordered', '{customer} bought'],
  ].flat(),
  invoices: ['invoices', 'invoice list', 'my invoices'],
  invoice: [
    [
      'invoice',
      'invoice {id}',
      'open invoice {id}',
      'invoice number {id}',
      'invoice no {id}',
      '{id}',
      'on invoice {id}',
    ],
    ['lines of invoice {id}', 'line items of invoice {id}'],
  ].flat(),
  referrals: [
    ['referrals', 'referrals for {customer}', '{customer} referrals', '{kind}', '{kind} for {customer}'],
    [
      '{customer} {kind}',
      '{outcome}',
      '{outcome} for {customer}',
      '{expires}',
      'anything {status}',
      'is there anything {status}',
      'what {status}',
    ],
    [
      'leads and opportunities',
      'leads and co-sell opportunities',
      'leads and deals',
      'everything {engagement}',
      '{engagement}',
      '{qualification}',
    ],
  ].flat(),
  referral: [
    'referral',
    'referral {referral}',
    'open referral {referral}',
    'referral {guid}',
    '{guid}',
    'referral named {referral}',
  ],
  createReferral: [
    ['create referral', 'create a referral', 'create new referral', 'create a new referral', 'new referral form'],
    ['add referral', 'add a referral', 'add a new referral', 'make a referral', 'make a new referral'],
    ['register a deal', 'register deal', 'create deal', 'create a deal', 'create a new deal', 'referral form'],
    ['create opportunity', 'create an opportunity', 'create lead', 'create a lead'],
  ].flat(),
  watch: [
    ['watch', 'watch referrals', 'watch new referrals', 'watch here', 'watch this channel', 'watch this chat'],
    ['start watching', 'start watching referrals', 'watch for new referrals', 'watch for referrals'],
  ].flat(),
  exportAudit: ['export audit', 'export audit trail', 'export audit log', 'audit trail', 'audit log', 'download audit'],
  unwatch: ['unwatch', 'stop watching', 'stop watching referrals', 'stop watching here', 'stop watching this channel'],
  status: [
    ['status', 'what is the status', 'how are you', 'how are you doing', 'are you working', 'is everything working'],
    ['does it work', 'does everything work', 'is something wrong', 'what is wrong', 'who is connected'],
  ].flat(),
  connect: [
    'connect',
    'connect account',
    'connect the account',
    'connect an account',
    'connect service account',
    'reconnect',
  ],
  disconnect: ['disconnect', 'disconnect account', 'disconnect the account', 'disconnect service account'],
} as const;
