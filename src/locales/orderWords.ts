const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The words of the cards of orders. English. */
export const orderWords = {
  count: (count: number, number: string) => `${number} ${plural(count, 'order', 'orders')}`,
  lines: (count: number, number: string) => `${number} ${plural(count, 'line', 'lines')}`,
  none: 'No orders.',
  order: (id: string) => `Order ${id}`,
  unnamedLine: 'Line without a name',
  more: (count: number, number: string) => `and ${number} more ${plural(count, 'line', 'lines')}`,
  /** Where the lines are that a card leaves out. */
  inFields: (from: string, to: string, of: string) => `Lines ${from}–${to} of ${of}. The others are in All fields.`,
  linesTitle: 'Lines',
  open: 'Show this order',
  all: 'All orders',
  currency: (code: string) => `in ${code}`,
  /** Who started an order, in place of Partner Center's `transactionType`. */
  startedBy: {
    userpurchase: 'ordered by a person',
    systempurchase: 'ordered by the system',
    systembilling: 'billed by the system',
  },
  facts: {
    created: 'Ordered',
    status: 'Status',
    startedBy: 'Started by',
    billingCycle: 'Billing',
    currency: 'Currency',
    alternateId: 'Own number',
  },
} as const;
