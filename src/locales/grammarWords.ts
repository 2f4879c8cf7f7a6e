/** The words of the chat grammar that carry no parameter. English. */
export const grammarWords = {
  /** Said around any command without meaning anything to us. */
  politeness: [
    'please',
    'pls',
    'kindly',
    'can you',
    'could you',
    'would you',
    'can i',
    'could i',
    'i want to',
    'i would like to',
    "i'd like to",
    "let's",
    'hi',
    'hello',
    'hey',
    'thanks',
    'thank you',
    'thx',
    'now',
  ],
  /** Said in a question without meaning anything to us; not passed over for a command that changes something. */
  fillers: [
    ['show', 'show me', 'show us', 'give', 'give me', 'get', 'get me', 'list', 'list of', 'display', 'see', 'find'],
    ['look up', 'search', 'tell me', 'tell me about', 'i need', 'i want', 'me', 'details of', 'details for'],
    ['the', 'all', 'any', 'our', 'only', 'just', 'got any', 'do we have', 'we have', 'are there', 'are there any'],
    ['what', 'what are', 'what is', 'which', 'who are', 'how many', 'that', 'that are', 'which are', 'are'],
    ['microsoft', 'a list of', 'lookup'],
    [
      'latest',
      'newest',
      'most recent',
      'recent',
      'big',
      'yet',
      'still',
      'came in',
      'that came in',
      'have',
      'have we',
      'ones',
      '-',
    ],
  ].flat(),
  /** Each word with the other ways to write it. */
  synonyms: {
    subscriptions: ['subscription', 'subs', 'sub', 'licences', 'licenses', 'licence', 'license'],
    orders: ['purchases'],
    customers: ['clients', 'accounts'],
    customer: ['client', 'account'],
    invoices: ['invs', 'inv', 'invoice', 'bills'],
    invoice: ['inv', 'invoices', 'bill'],
    referrals: ['referral', 'deals', 'deal', 'opportunities', 'opportunity'],
    referral: ['deal', 'opportunity'],
    for: ['of', 'from', 'at', 'by', 'with', 'w'],
    starting: ['start', 'starts', 'beginning', 'begin', 'begins'],
    help: ['commands', '?', 'help?'],
  },
  /** Words after which a name follows, whatever it looks like. */
  connectors: ['for', 'with', 'of', 'does', 'has', 'did', 'named', 'called'],
  /** Said before a name without being part of it. */
  beforeNames: ['the customer', 'customer', 'the client', 'client', 'the company', 'company', 'named', 'called'],
  /** Join what can only be asked one at a time. */
  joiners: ['and', 'or', ','],
  /** Nobody's company begins so, unless it is said where a name must follow. */
  neverFirst: [
    ['for', 'with', 'of', 'from', 'at', 'by', 'in', 'on', 'to', 'about', 'since', 'before', 'after', 'until', 'over'],
    ['a', 'an', 'this', 'these', 'those', 'my', 'your', 'his', 'her', 'their', 'its', 'no', 'and', 'or', 'but', 'best'],
    ['too', 'so', 'very', 'always', 'never', 'talk', 'talks', 'makes', 'make', 'good', 'bad', 'high', 'low', 'open'],
    ['starting', 'beginning', 'start', 'begin', 'starts', 'begins', 'status', 'state', 'country', 'month', 'date'],
    ['customer', 'same', 'awaiting', 'due', 'closing', 'anything', 'something', 'statistics', 'overview', 'report'],
  ].flat(),
  /** Words that make a text talk rather than a name. */
  neverInNames: [
    ['i', 'you', 'he', 'she', 'we', 'they', 'it', 'is', 'was', 'were', 'am', 'be', 'do', 'does', 'did', 'has', 'had'],
    ['what', 'why', 'who', 'when', 'how', 'where', 'not', "don't", 'dont', "isn't", "aren't", 'because', 'if', 'that'],
    ['should', 'will', 'would', 'can', 'could', 'are', 'have', 'know', 'think', 'please', 'also', 'them', 'him'],
  ].flat(),
  /** Things that people ask to be done; never taken for a name or for another word misspelled. */
  actions: [
    [
      'cancel',
      'delete',
      'remove',
      'suspend',
      'resume',
      'buy',
      'order',
      'pay',
      'send',
      'create',
      'add',
      'renew',
      'close',
    ],
    ['accept', 'decline', 'reject', 'update', 'change', 'edit', 'upgrade', 'assign', 'win', 'lose', 'register', 'stop'],
    ['start', 'watch', 'unwatch', 'export', 'download', 'import', 'make'],
  ].flat(),
  /** How a question that goes on from the last one begins. */
  followUps: [
    [
      'and',
      'and what about',
      'and how about',
      'what about',
      'how about',
      'also',
      'only',
      'just',
      'only the',
      'but only',
    ],
    ['now', 'then', 'but', 'the same for', 'same for', 'and only', 'and for', 'and the', 'what about the'],
  ].flat(),
  /** Those of them that a name may follow. */
  followUpNames: [
    ['what about', 'how about', 'and what about', 'and how about', 'the same for', 'same for', 'and for', 'now for'],
  ].flat(),
  /** Stand for the customer who was asked about. */
  pronouns: ['their', 'its', 'his', 'her', 'them', 'it', 'that customer', 'this customer', 'the same customer'],
  possessive: "'s",
  /** Words that are no value but could stand for one of several. */
  couldMean: { open: ['new', 'active'] },
} as const;
