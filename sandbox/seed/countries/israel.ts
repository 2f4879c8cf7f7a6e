import type { Country } from '../country';

export const israel: Country = {
  code: 'IL',
  culture: 'he-IL',
  currency: 'ILS',
  callingCode: '+972',
  companyNames: ['{stem} {kind} בע״מ', 'קבוצת {stem} {kind}'],
  stems: 'אלון|Alon, כרמל|Karmel, גלבוע|Gilboa, שקמה|Shikma, ערבה|Arava, תבור|Tavor, רימון|Rimon, נחל|Nahal',
  kinds:
    'תעשיות|Industries, מזון|Foods, הנדסה|Engineering, רפואה|Medical, לוגיסטיקה|Logistics, טקסטיל|Textile, חינוך|Education, אנרגיה|Energy',
  industries: 'MRSHTMEP',
  givenNames: 'נועה|Noa, איתי|Itai, מיכל|Michal, עומר|Omer, שירה|Shira, יונתן|Yonatan',
  familyNames: 'ביטון|Biton, פרידמן|Friedman, אזולאי|Azoulay, כץ|Katz, שפירא|Shapira',
  cities: 'חיפה|חיפה|3303139; באר שבע|דרום|8410501; נתניה|מרכז|4210001; עפולה|צפון|1830001',
  streets: 'רחוב הזית #; שדרות הנשיא #; רחוב האורגים #',
  request: {
    title: 'הטמעת Dynamics 365 בשירות',
    notes: 'אנחנו מחפשים שותף להטמעת Dynamics 365 במחלקת השירות. נשמח לשיחה השבוע.',
    about: 'Dynamics365forFieldService',
  },
};
