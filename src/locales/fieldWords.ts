/** The words of the part of a card that shows everything a resource holds. English. */
export const fieldWords = {
  title: 'All fields',
  /** The group of what belongs to the resource itself. */
  general: 'General',
  more: 'More fields',
  previous: 'Previous fields',
  next: 'Next fields',
  back: 'Back',
  readAgain: 'Read again',
  range: (from: string, to: string, of: string) => `Fields ${from}–${to} of ${of}`,
  yes: 'Yes',
  no: 'No',
  /** Shown in place of an address that only works with a sign-in to the API. */
  hiddenLink: 'There is one. It is not shown, because it opens only with a sign-in to Partner Center.',
  /** Words of field names that are not written like other words. */
  acronyms: ['ID', 'IDs', 'PDF', 'MPN', 'URL', 'URI', 'UTC', 'SKU', 'VAT', 'PO', 'PCTO', 'PEC'],
  durations: {
    D: (count: number, number: string) => (count === 1 ? '1 day' : `${number} days`),
    M: (count: number, number: string) => (count === 1 ? '1 month' : `${number} months`),
    Y: (count: number, number: string) => (count === 1 ? '1 year' : `${number} years`),
  },
} as const;
