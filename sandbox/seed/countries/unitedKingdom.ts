import type { Country } from '../country';

export const unitedKingdom: Country = {
  code: 'GB',
  culture: 'en-GB',
  currency: 'GBP',
  callingCode: '+44',
  companyNames: ['{stem} {kind} Ltd', '{stem} {kind} plc', "{stem}'s {kind} Ltd"],
  stems: 'Pennington, Ashdown, Thistlewood, Marlow, Severnside, Hartley, Brackenbury, Lochinver',
  kinds: 'Logistics, Fine Foods, Estates, Veterinary Group, Textiles, Marine, Publishing, Housing Trust',
  industries: 'TRSHMMCG',
  givenNames: 'Imogen, Callum, Priya, Rhys, Harriet, Dafydd, Moira, Kwame',
  familyNames: 'Fairweather, MacLeod, Ap Gruffydd, Osei, Wetherby, Chaudhry, Penhaligon, Ellery',
  cities: 'Leeds|West Yorkshire|LS1 4AP; Inverness|Highland|IV1 1JD; Truro|Cornwall|TR1 2QS; Norwich|Norfolk|NR2 1TF',
  streets: '# Tannery Lane; # Quayside; Unit # Weavers Mill; # St Brannock’s Row',
  request: {
    title: 'One tenant for three sites',
    notes:
      'Our three sites each run their own mail system. We would like one tenant, sensibly secured, with as little fuss as possible.',
    about: 'IdentityandAccessManagement',
  },
};
