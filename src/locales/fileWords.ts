/** The words around files: the offer, its making, and what can go wrong. English. */
export const fileWords = {
  export: 'Export',
  pdf: 'PDF',
  titles: {
    referrals: 'Referrals',
    customers: 'Customers',
    subscriptions: 'Subscriptions',
    orders: 'Orders',
    invoices: 'Invoices',
    invoiceLines: 'Lines of invoice',
    allInvoiceLines: 'Lines of invoice',
    audit: 'Audit trail',
    invoicePdf: 'Invoice',
  },
  /** In file names. */
  names: {
    referrals: 'referrals',
    customers: 'customers',
    subscriptions: 'subscriptions',
    orders: 'orders',
    invoices: 'invoices',
    invoiceLines: 'invoice-lines',
    allInvoiceLines: 'invoice-lines',
    audit: 'audit',
    invoicePdf: 'invoice',
  },
  /** On the consent card. */
  csv: (what: string) =>
    `${what}. Every row, as a CSV file for Excel, made with your own rights when you allow it. It goes to your OneDrive. The size is a guess until then.`,
  pdfFile: (what: string) => `${what} as PDF, as Partner Center has it. It goes to your OneDrive.`,
  summary: (name: string) => `${name} is offered to you as a file`,
  listsAreCsv:
    'A list comes as a CSV file, which Excel opens. One invoice can come as PDF: **pdf of invoice G000123**.',
  whichInvoice: 'Which invoice? Type for example **pdf of invoice G000123**, or **invoices** to see all of them.',

  offeredBelow: 'The file is offered to you below.',
  offeredInPerson: (name: string) =>
    `**${name}** is for you alone, so I have offered it in your own chat with me. Choose Allow there.`,
  cannotWrite: (referenceId: string) =>
    `A file is for you alone, and I cannot write to you yet. Add Partner Desk for yourself (Apps, search for Partner Desk, Add), then ask again. (Reference ${referenceId})`,
  notTaken: (referenceId: string) =>
    `Teams did not take the offer of the file. Nothing is lost; ask again in a minute. (Reference ${referenceId})`,

  making: (name: string) => `Making ${name}.`,
  rowsSoFar: (name: string, rows: string, about: string) =>
    about ? `Making ${name}: ${rows} of about ${about} rows so far.` : `Making ${name}: ${rows} rows so far.`,
  uploading: (name: string, percent: string) => `Sending ${name} to your OneDrive: ${percent}.`,
  done: (name: string, rows: string) =>
    rows ? `${name} is complete and in your OneDrive: ${rows}.` : `${name} is in your OneDrive.`,
  rows: (count: number, number: string) => (count === 1 ? '1 row' : `${number} rows`),
  declined: 'Declined. Nothing was made and nothing was sent.',
  otherPerson: 'This file was offered to somebody else. Ask for your own.',
  used: 'This offer has been used. Ask for the file again.',
  expired: 'This offer is too old. Ask for the file again.',
  unknown: 'This offer is not known any more. Ask for the file again.',
  busy: 'Another file is being made for you. Here is this one again, to be accepted when that one is there.',
  noAddress: 'Teams named no safe address for the file, so nothing was made. Ask for the file again.',
  failed: (sentence: string) => `No file was made. ${sentence}`,
  signInFirst: 'No file was made yet: Partner Center wants you to sign in again. Do that, then accept the new offer.',
  stopped: (referenceId: string) =>
    `No file was made: Partner Desk was stopped meanwhile. Accept the new offer to get it. (Reference ${referenceId})`,
  notUploaded: (referenceId: string) =>
    `The file could not be put into your OneDrive, so there is none. Accept the new offer to try again; if it goes on, tell your administrator the reference. (Reference ${referenceId})`,
  tooLarge: (referenceId: string) =>
    `No file was made: it would be larger than 100 MB. Ask for a part, for example one year. (Reference ${referenceId})`,
} as const;
