/** The words of amounts and dates. English; the names of months and weekdays come from Intl. */
export const grammarNumbers = {
  language: 'en',
  atLeast: [
    [
      'over',
      'above',
      'more than',
      'greater than',
      'bigger than',
      'larger than',
      'at least',
      'minimum',
      'exceeding',
      '>',
    ],
    ['>=', 'worth more than', 'worth over', 'worth at least', 'of at least', 'of over', 'of more than', 'higher than'],
  ].flat(),
  atMost: [
    ['under', 'below', 'less than', 'smaller than', 'up to', 'at most', 'maximum', '<', '<=', 'worth less than'],
    ['worth up to', 'of up to', 'lower than', 'of at most', 'of less than'],
  ].flat(),
  between: ['between', 'worth between', 'from', ''],
  betweenJoin: ['and', 'to', '-', 'until', 'till', 'through'],
  multiples: { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6, bn: 1e9, billion: 1e9, '': 1 },
  currencies: {
    EUR: ['€', 'euro', 'euros'],
    USD: ['$', 'dollar', 'dollars', 'us$'],
    GBP: ['£', 'pound', 'pounds'],
    JPY: ['¥', 'yen'],
    INR: ['₹', 'rupees'],
    CHF: ['francs'],
  },
  /** Lower-case words that look like a currency's code and are not meant so. */
  notCurrencyCodes: ['all', 'try', 'top', 'cup', 'mop', 'gel', 'bam', 'ron', 'sos', 'pen'],
  currencyLead: ['in'],

  /** Names of months besides those that Intl knows. */
  months: { sept: 9 },
  today: { today: 0, yesterday: -1, tomorrow: 1, tonight: 0 },
  units: {
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    quarter: ['quarter', 'quarters'],
    year: ['year', 'years'],
  },
  this: ['this', 'current', 'the current'],
  last: ['last', 'past', 'previous', 'prior'],
  next: ['next', 'coming', 'following', 'upcoming'],
  counts: [
    ['zero', 'one', 'two', 'three', 'four', 'five', 'six'],
    ['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ].flat(),
  quarters: [
    ['q1', 'first quarter', '1st quarter'],
    ['q2', 'second quarter', '2nd quarter'],
    ['q3', 'third quarter', '3rd quarter'],
    ['q4', 'fourth quarter', '4th quarter'],
  ],
  /** The days of a month with their endings. */
  ordinal: /^([12]?\d|3[01])(?:st|nd|rd|th)?$/,
  of: ['of'],
  yearToDate: ['year to date', 'ytd', 'this year so far'],
  since: ['since', 'from', 'starting'],
  after: ['after'],
  before: ['before'],
  until: ['until', 'till', 'by', 'through', 'up to', 'no later than'],
  during: [
    ['', 'in', 'for', 'of', 'during', 'on', 'from', 'within', 'over', 'the', 'dated', 'created', 'received', 'sent'],
    ['created in', 'created on', 'from the', 'in the', 'for the', 'of the', 'within the', 'over the', 'during the'],
    ['received in', 'created during', 'updated', 'updated in'],
  ].flat(),
  within: ['in', 'within', 'in the next'],
  the: 'the',
  ending: [
    ['ending', 'end', 'ends', 'expiring', 'expire', 'expires', 'renewing', 'renews', 'that end', 'that expire'],
    ['up for renewal', 'due for renewal', 'running out', 'that renew'],
  ].flat(),
  expiring: ['expiring', 'expire', 'expires', 'about to expire', 'that expire', 'running out', 'which expire'],
  soon: ['soon'],
} as const;
