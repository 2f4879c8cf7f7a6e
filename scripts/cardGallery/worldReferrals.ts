import type { Referral } from '../../src/partnerCenter/referral';
import { sampleReferral } from './sampleReferral';

interface WorldReferral {
  name: string;
  referral: Partial<Referral>;
  locale: string;
  timeZone: string;
}

type Profile = NonNullable<Referral['customerProfile']>;

const customer = (name: string, address: Profile['address'], firstName: string, lastName: string) => ({
  customerProfile: { name, size: '10to50employees', ids: [], address, team: [{ firstName, lastName }] },
});

const deal = (dealValue: number, currency: string, notes: string) => ({
  details: { ...sampleReferral.details, dealValue, currency, notes },
});

/** Names, scripts and texts that cards must get along with. */
export const worldReferrals: readonly WorldReferral[] = [
  {
    name: 'accents',
    referral: {
      ...customer("L'Étoile d'Aÿ & Fils", { city: 'Épernay', state: 'Grand Est', country: 'FR' }, 'Zoë', 'Łukasiewicz'),
      ...deal(48250.5, 'EUR', 'Nous cherchons un partenaire pour migrer nos 120 boîtes aux lettres avant l’été.'),
    },
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
  },
  {
    name: 'arabic',
    referral: {
      ...customer('شركة النخيل للتجارة', { city: 'الرياض', country: 'SA' }, 'نورة', 'القحطاني'),
      ...deal(
        375000,
        'SAR',
        'نرغب في نقل بريدنا الإلكتروني إلى Microsoft 365 خلال هذا العام.\nهل يمكنكم زيارتنا الأسبوع القادم؟',
      ),
    },
    locale: 'en-GB',
    timeZone: 'Asia/Riyadh',
  },
  {
    name: 'japanese',
    referral: {
      ...customer('株式会社さくら製作所', { city: '大阪市', state: '大阪府', country: 'JP' }, '美咲', '佐藤'),
      ...deal(
        12000000,
        'JPY',
        '生産管理システムをAzureへ移行したいと考えています。\n年内に一度ご相談できますでしょうか。',
      ),
    },
    locale: 'ja-JP',
    timeZone: 'Asia/Tokyo',
  },
  {
    name: 'hostile',
    referral: {
      ...customer(
        '**Contoso** [win](https://evil.example) ${1+1} _Ltd_',
        { city: '# Oslo', country: 'NO' },
        '<b>Bob</b>',
        '{{DATE(2026-01-01T00:00:00Z)}}',
      ),
      ...deal(
        1,
        'NOK',
        '# Heading\n- a list\n1. one\n> quote\n`code` ~~gone~~ ![i](https://evil.example/x.png)\n${referralId} {{TIME(2026-01-01T00:00:00Z)}} &lt;b&gt; <script>alert(1)</script> C:\\temp\\*.* snake_case_name\u202Edesrever\u202C',
      ),
    },
    locale: 'en-GB',
    timeZone: 'UTC',
  },
  {
    name: 'long',
    referral: {
      ...customer(
        'The Very Long Established Internationally Active Trading and Manufacturing Company of Northern Scandinavia and Beyond Ltd',
        { city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', state: 'Anglesey', country: 'GB' },
        'Maximiliane Alexandra',
        'von und zu Hohenstein-Wittelsbach',
      ),
      ...deal(1234567890.5, 'GBP', 'We need help with very much. '.repeat(700)),
    },
    locale: 'en-GB',
    timeZone: 'Europe/London',
  },
];
