/** The words of the message extension. English. */
export const searchWords = {
  referrals: {
    title: 'Referrals',
    description: 'Finds a referral by its customer or name and puts its card into the message.',
    placeholder: 'Customer, name or id of the referral',
    none: 'There are no referrals that Partner Center shows you.',
    noneLike: (query: string) =>
      `No referral has “${query}” in its customer’s name or its own. Type another part of the name.`,
  },
  customers: {
    title: 'Customers',
    description: 'Finds a customer by the beginning of its name or domain and puts its card into the message.',
    placeholder: 'Beginning of the customer’s name or domain',
    hint: 'Type the beginning of a customer’s name or domain, for example contoso.',
    noneLike: (query: string) =>
      `No customer’s name or domain begins with “${query}”. Partner Center finds customers by the beginning only, for example contoso.`,
  },
  slow: 'Partner Center is slow at the moment. Type on or search again in a few seconds.',
  unknownCommand: 'This search is not known any more. Your administrator can update the app in Teams.',
} as const;
