import type { Country } from '../country';

export const india: Country = {
  code: 'IN',
  culture: 'en-IN',
  currency: 'INR',
  callingCode: '+91',
  companyNames: ['{stem} {kind} Pvt. Ltd.', '{stem} {kind} Limited'],
  stems: 'Neelgiri, Ashwattha, Kaveri, Saptarishi, Monsoon, Chandrika, Vajra, Palash',
  kinds: 'Textiles, Agro Exports, Polymers, Hospitals, Auto Components, Tea Estates, Infotech, Ceramics',
  industries: 'MAMHMASM',
  givenNames: 'Ananya, Vikram, Lakshmi, Farhan, Meenakshi, Rohit, Zoya, Arjun',
  familyNames: 'Venkataraman, Deshpande, Chatterjee, Qureshi, Iyengar, Bhattacharya, Solanki',
  cities: 'Coimbatore|Tamil Nadu|641001; Nashik|Maharashtra|422001; Kochi|Kerala|682011; Jaipur|Rajasthan|302001',
  streets: 'Plot # Phase II Industrial Estate; # Temple Road; 3rd Floor # Ring Road',
  request: {
    title: '600 frontline licences',
    notes:
      'We need 600 frontline licences across five sites and a partner who can train supervisors in Tamil and Hindi.',
    about: 'IdentityandAccessManagement',
  },
};
