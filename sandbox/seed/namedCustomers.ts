import type { Country } from './country';
import { france } from './countries/france';
import { germany } from './countries/germany';
import { israel } from './countries/israel';
import { japan } from './countries/japan';
import { netherlands } from './countries/netherlands';
import { sweden } from './countries/sweden';
import { unitedKingdom } from './countries/unitedKingdom';
import { unitedStates } from './countries/unitedStates';

interface NamedCustomer {
  name: string;
  country: Country;
  /** How many. */
  subscriptions: number;
}

/** Customers that are worth looking for: families of names, names hard to type or to show, none and many subscriptions. */
export const namedCustomers: readonly NamedCustomer[] = [
  { name: 'Contoso Ltd.', country: unitedKingdom, subscriptions: 8 },
  { name: 'Contoso Deutschland GmbH', country: germany, subscriptions: 5 },
  { name: 'Fabrikam, Inc.', country: unitedStates, subscriptions: 44 },
  { name: 'Fabrikam Residences', country: unitedStates, subscriptions: 3 },
  { name: 'Fabrikam Fibre AB', country: sweden, subscriptions: 6 },
  { name: 'Fabrikam Japan 株式会社', country: japan, subscriptions: 4 },
  { name: 'Fabrikam Nederland B.V.', country: netherlands, subscriptions: 0 },
  { name: 'Northwind Traders', country: unitedStates, subscriptions: 7 },
  { name: 'Adventure Works Cycles', country: unitedStates, subscriptions: 5 },
  { name: 'Tailwind Traders', country: unitedStates, subscriptions: 4 },
  { name: 'Wide World Importers', country: unitedStates, subscriptions: 3 },
  { name: 'Woodgrove Bank', country: unitedKingdom, subscriptions: 12 },
  { name: "O'Neill & Daughters Ltd", country: unitedKingdom, subscriptions: 2 },
  { name: "L'Atelier d'Été — Hervé & Frères", country: france, subscriptions: 3 },
  { name: '*Bright* _Labs_ [EMEA] <Holding>', country: netherlands, subscriptions: 2 },
  { name: 'שף-יער 360 בע״מ', country: israel, subscriptions: 2 },
  {
    name: 'Vereinigte Westfälische Kraftfahrzeughaftpflichtversicherungs- und Rückversicherungsgesellschaft a. G.',
    country: germany,
    subscriptions: 6,
  },
];
