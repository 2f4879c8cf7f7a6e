import type { JsonObject } from '../json';
import type { ReferralResource } from '../referrals/referralResource';
import type { Country } from './country';
import { france } from './countries/france';
import { germany } from './countries/germany';
import { india } from './countries/india';
import { israel } from './countries/israel';
import { japan } from './countries/japan';
import { saudiArabia } from './countries/saudiArabia';
import { taiwan } from './countries/taiwan';
import { unitedKingdom } from './countries/unitedKingdom';
import { unitedStates } from './countries/unitedStates';
import type { Kind } from './recipe';

interface Oddity {
  kind: Kind;
  country: Country;
  hoursAgo: number;
  /** Laid over the invented referral; `undefined` removes. */
  changes: (referral: ReferralResource) => JsonObject;
}

const markdown = `Dear partner,

# What we need
* 3 × **firewall** rules (see [link](https://contoso.example/a_b_c))
* a quote -- before *Friday*!

> "We've tried \`sudo\`, it didn't help" <b>really</b> & truly
| a | b |
|---|---|
Thanks,\r\nJürgen_the_3rd ~~Sr.~~`;

/** Referrals that a careless program trips over; each is something that the documentation or a live answer shows. */
export const oddities: readonly Oddity[] = [
  { kind: 'salesLead', country: germany, hoursAgo: 30, changes: () => ({ details: { notes: markdown } }) },
  {
    kind: 'marketingLead',
    country: unitedStates,
    hoursAgo: 50,
    changes: () => ({
      customerProfile: { name: 'Fabrikam Residences' },
      details: { notes: 'Every one of our sites has its own story. '.repeat(500).slice(0, 20_000) },
    }),
  },
  { kind: 'salesLead', country: japan, hoursAgo: 26, changes: () => ({ customerProfile: { address: undefined } }) },
  {
    kind: 'marketplaceLead',
    country: unitedKingdom,
    hoursAgo: 70,
    changes: () => ({
      customerProfile: { name: 'Contoso Ltd.' },
      details: { dealValue: undefined, currency: undefined },
      team: [],
      name: undefined,
    }),
  },
  {
    kind: 'coSellFromMicrosoft',
    country: india,
    hoursAgo: 8,
    changes: () => ({ details: { dealValue: '7250000.50' } }),
  },
  { kind: 'salesLead', country: france, hoursAgo: 20, changes: () => ({ details: { dealValue: null, currency: '' } }) },
  {
    kind: 'coSellFromMicrosoft',
    country: unitedStates,
    hoursAgo: 12,
    changes: () => ({
      customerProfile: { name: 'Fabrikam, Inc.' },
      copilotInsights: { score: 0.82, signals: ['renewal', 'usage-growth'] },
      details: { propensity: { tier: 'A', reasons: [] } },
    }),
  },
  {
    kind: 'coSellFromPartner',
    country: taiwan,
    hoursAgo: 15,
    changes: () => ({ qualification: 'PartnerQualified', customerProfile: { size: '1employee', ids: {} } }),
  },
  {
    kind: 'salesLead',
    country: saudiArabia,
    hoursAgo: 240,
    changes: () => ({ status: 'Active', substatus: 'InReview', customerProfile: { ids: [] } }),
  },
  {
    kind: 'salesLead',
    country: unitedKingdom,
    hoursAgo: 500,
    changes: () => ({ status: 'Archived', substatus: 'None' }),
  },
  {
    kind: 'marketplaceLead',
    country: israel,
    hoursAgo: 40,
    changes: () => ({ customerProfile: { team: [], ids: [{ profileType: 'Duns', id: '600123456' }] } }),
  },
  {
    kind: 'marketingLead',
    country: unitedStates,
    hoursAgo: 3,
    changes: () => ({
      customerProfile: { name: "D'Arcy & Sons [*Café_Ünïcode*] <Grüße>" },
      details: { requirements: { industries: [], products: [], services: [], solutions: [] } },
    }),
  },
  {
    kind: 'marketplaceLead',
    country: germany,
    hoursAgo: 5,
    changes: () => ({ details: undefined, inviteContext: null, consent: undefined }),
  },
  {
    kind: 'coSellFromMicrosoft',
    country: japan,
    hoursAgo: 60,
    changes: ({ createdDateTime }) => ({
      createdDateTime,
      details: { requirements: undefined, closingDateTime: null },
    }),
  },
];
