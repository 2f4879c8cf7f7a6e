const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The words of the cards of invoices. English. */
export const invoiceWords = {
  all: 'Invoices',
  paidOnly: 'Paid invoices',
  unpaidOnly: 'Unpaid invoices',
  between: (from: string, to: string) => (from && to ? `${from}–${to}` : from ? `from ${from}` : `until ${to}`),
  count: (count: number, number: string) => `${number} ${plural(count, 'invoice', 'invoices')}`,
  countOf: (number: string, inAll: number, inAllNumber: string) =>
    `${number} of ${inAllNumber} ${plural(inAll, 'invoice', 'invoices')}`,
  none: 'No invoices.',
  unpaid: (number: string, amounts: string) => `${number} unpaid: ${amounts} due`,
  invoice: (id: string) => `Invoice ${id}`,
  creditNote: (id: string) => `Credit note ${id}`,
  states: { paid: 'Paid' },
  credit: (amount: string) => `${amount} credit`,
  due: (amount: string) => `${amount} due`,
  total: (amount: string) => `total ${amount}`,
  paid: (amount: string) => `paid ${amount}`,
  open: 'Show this invoice',
  facts: {
    period: 'Billing period',
    date: 'Invoice date',
    total: 'Total',
    paid: 'Paid',
    due: 'Amount due',
    amends: 'Corrects',
  },
  /** In place of `billingProvider` and `invoiceLineItemType`. */
  providers: { office: 'Office', azure: 'Azure', onetime: 'One-time', azuredatamarket: 'Azure Data Market' },
  types: { billinglineitems: 'billing lines', usagelineitems: 'usage lines' },
  lines: (provider: string, type: string) => `${provider}: ${type}`,
  noLines: 'No lines.',
  lineRange: (shown: string, of: string) => `The first ${shown} of ${of}.`,
  moreThan: (number: string) => `at least ${number}`,
  moreLines: (title: string) => `All ${title}`,
  unnamedLine: 'Line without a name',
  quantity: (number: string) => `quantity ${number}`,
  back: 'Back to the invoice',
} as const;
