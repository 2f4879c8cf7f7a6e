import type { Country } from '../country';

export const unitedStates: Country = {
  code: 'US',
  culture: 'en-US',
  currency: 'USD',
  callingCode: '+1',
  companyNames: ['{stem} {kind} Inc.', '{stem} {kind} LLC', '{stem} {kind}'],
  stems:
    'Juniper Ridge, Red Mesa, Harborlight, Copper Kettle, Bluestem, Lone Cypress, Sandpiper, Granite Falls, Maple & Main',
  kinds: 'Orthopedics, Freight, Credit Union, Foods, School District, Brewing, Hospitality, Insurance',
  industries: 'HTFREMLF',
  givenNames: 'Denise, Marcus, Priscilla, Terrell, Joanne, Wyatt, Camila, Glenn, Keisha, Owen',
  familyNames: "Whitaker, Delgado, Okafor, Brandt, O'Rourke, Castellano, Yazzie, Holloway-Pierce, Nakamura",
  cities: 'Boise|ID|83702; Duluth|MN|55802; Savannah|GA|31401; Spokane|WA|99201; El Paso|TX|79901',
  streets: '# Foundry Street; # W Orchard Ave Suite 210; # Pier 4; # County Road 12',
  request: {
    title: 'New partner for licensing and support',
    notes:
      'We outgrew our current IT provider and need a partner who can take over licensing and support before year end.',
    about: 'IdentityandAccessManagement',
  },
};
