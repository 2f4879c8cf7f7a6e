import type { Country } from '../country';

export const saudiArabia: Country = {
  code: 'SA',
  culture: 'ar-SA',
  currency: 'SAR',
  callingCode: '+966',
  companyNames: ['شركة {stem} {kind}', 'مؤسسة {stem} {kind}'],
  stems:
    'النخيل|Nakheel, الواحة|Waha, نجمة الشمال|Najmat, الريان|Rayyan, السدرة|Sidra, المرجان|Murjan, الأفق|Ufuq, الجبل الأخضر|Jabal',
  kinds:
    'للتجارة|Trading, للمقاولات|Contracting, الطبية|Medical, للنقل|Transport, للأغذية|Foods, للطاقة|Energy, التعليمية|Education, العقارية|Realestate',
  industries: 'WSHTRPES',
  givenNames: 'نورة|Noura, فهد|Fahad, ريم|Reem, سلطان|Sultan, هند|Hind, ياسر|Yasser',
  familyNames: 'العتيبي|Alotaibi, القحطاني|Alqahtani, الزهراني|Alzahrani, الحربي|Alharbi, السبيعي|Alsubaie',
  cities: 'الدمام|المنطقة الشرقية|32241; أبها|عسير|62521; تبوك|تبوك|47311; جدة|مكة المكرمة|23218',
  streets: 'شارع الأمير محمد #; طريق الملك عبدالعزيز #; حي الياسمين #',
  request: {
    title: 'نقل البريد والملفات إلى السحابة',
    notes: 'نرغب في نقل بريدنا الإلكتروني وملفاتنا إلى السحابة مع تدريب الموظفين. هل يمكنكم مساعدتنا؟',
    about: 'CloudMigration',
  },
};
