import type { ReferralResource } from '../referrals/referralResource';
import { countries } from './countries';
import { france } from './countries/france';
import { germany } from './countries/germany';
import { israel } from './countries/israel';
import { japan } from './countries/japan';
import { saudiArabia } from './countries/saudiArabia';
import { unitedStates } from './countries/unitedStates';
import { inventReferral } from './inventReferral';
import type { Random } from './random';
import type { Recipe } from './recipe';

const twoWeeksInHours = 14 * 24;

/** What comes in, in this order, again and again; where no country is fixed, it is a different one every time. */
const recipes: (Omit<Recipe, 'country'> & Partial<Pick<Recipe, 'country'>>)[] = [
  {
    kind: 'coSellFromMicrosoft',
    country: unitedStates,
    about: 'SAPonAzure',
    dealValue: 1_850_000,
    expiresInHours: twoWeeksInHours,
  },
  { kind: 'marketingLead', dealValue: null, expiresInHours: null },
  { kind: 'salesLead', country: japan, inOwnLanguage: true },
  { kind: 'coSellFromMicrosoft', country: germany, expiresInHours: 20 },
  { kind: 'marketplaceLead', country: saudiArabia, inOwnLanguage: true, expiresInHours: null },
  { kind: 'coSellFromPartner', country: france, expiresInHours: 8 * 24 },
  { kind: 'salesLead', expiresInHours: 30 },
  { kind: 'coSellFromMicrosoft', country: israel, inOwnLanguage: true, dealValue: 240_000, expiresInHours: null },
  { kind: 'marketplaceLead', about: 'IdentityandAccessManagement', dealValue: 900 },
];

/** Invents one new incoming referral after the other. */
export function arrivals(random: Random): (createdDateTime: string) => ReferralResource {
  const elsewhere = random.shuffle(countries);
  let count = 0;
  return (createdDateTime) => {
    const recipe = recipes[count % recipes.length] ?? { kind: 'salesLead' };
    const country = elsewhere[count++ % elsewhere.length] ?? unitedStates;
    return inventReferral({ country, ...recipe }, createdDateTime, random);
  };
}
