import { customerCard } from '../../src/cards/customerCard';
import { orderCard } from '../../src/cards/orderCard';
import { referralCard, type ReferralCardView } from '../../src/cards/referralCard';
import { referralFieldsCard } from '../../src/cards/referralFieldsCard';
import { subscriptionsCard } from '../../src/cards/subscriptionsCard';
import { referralWords } from '../../src/locales/referralWords';
import type { Customer } from '../../src/partnerCenter/customer';
import type { CardState } from './cardState';
import { sampleCustomer, sampleOrders } from './sampleAccounts';
import { sampleReferral } from './sampleReferral';
import { sampleSubscriptions } from './sampleSubscriptions';
import { worldReferrals } from './worldReferrals';

const now = Date.parse('2026-11-21T10:04:00Z');
const arabic = {
  id: 'a1',
  name: 'شركة النخيل للتجارة والتوزيع المحدودة',
  first: 'نورة',
  last: 'القحطاني',
  city: 'الرياض',
};
const japanese = {
  id: 'j1',
  name: '株式会社さくら製作所東日本販売部',
  first: '美咲',
  last: '佐藤',
  city: '大阪市北区',
};

/** A note of 20,000 characters, made of one that somebody wrote. */
const noteOf = (sentence: string) => sentence.repeat(Math.ceil(20_000 / sentence.length)).slice(0, 20_000);
const notes = {
  english: noteOf(
    'We move 4,000 mailboxes and need help with the plan, the migration and the training of our people. ',
  ),
  arabic: noteOf('نرغب في نقل بريدنا الإلكتروني إلى Microsoft 365 خلال هذا العام. '),
  japanese: noteOf('生産管理システムをAzureへ移行したいと考えています。'),
};

function referral(name: string, words: string, view: Partial<ReferralCardView> = {}): CardState {
  const world = worldReferrals.find((one) => one.name === name)?.referral ?? {};
  const message = referralCard({
    referral: { ...sampleReferral, ...world, details: { ...sampleReferral.details, ...world.details, notes: words } },
    decision: null,
    notice: null,
    now,
    responseDays: 14,
    locale: 'en-GB',
    referralLink: 'https://partner.microsoft.com/dashboard/referrals/v2/leads',
    ...view,
  });
  return { name: `extreme-${name}${view.typed ? '-typed' : ''}`, message, open: ['Details', 'Accept with…'] };
}

const customerNamed = ({ name, first, last, city }: typeof arabic): Customer => ({
  ...sampleCustomer,
  companyProfile: { ...sampleCustomer.companyProfile, companyName: name, address: { city, country: 'SA' } },
  billingProfile: { ...sampleCustomer.billingProfile, firstName: first, lastName: last, companyName: name },
});

const accountsOf = (who: typeof arabic, script: string): CardState[] => {
  const customer = { customerId: who.id, customerName: who.name };
  const view = { now, locale: 'en-GB' };
  const subscriptions = sampleSubscriptions(400);
  return [
    { name: `extreme-customer-${script}`, message: customerCard({ customer: customerNamed(who), ...view }) },
    {
      name: `extreme-subscriptions-${script}`,
      message: subscriptionsCard({ ...customer, subscriptions, page: script === 'arabic' ? 0 : 49, ...view }),
    },
    ...sampleOrders(1, 300).map((order) => ({
      name: `extreme-order-${script}`,
      message: orderCard({ ...customer, order, ...view }),
    })),
  ];
};

const typed = {
  dealValue: 25_000,
  currency: 'EUR',
  closingDate: '2027-01-31',
  acceptNote: notes.japanese.slice(0, 4000),
};

/** The largest things that Partner Center may hold, and names that are read from the right or without blanks. */
export const extremeStates: readonly CardState[] = [
  referral('long', notes.english),
  referral('arabic', notes.arabic),
  referral('japanese', notes.japanese),
  referral('japanese', notes.japanese, { typed, notice: referralWords.typedKept }),
  {
    name: 'extreme-referral-fields',
    message: referralFieldsCard({
      referral: { ...sampleReferral, details: { ...sampleReferral.details, notes: notes.arabic } },
      fieldsFrom: 0,
      backText: undefined,
      now,
      locale: 'en-GB',
    }),
  },
  ...accountsOf(arabic, 'arabic'),
  ...accountsOf(japanese, 'japanese'),
];
