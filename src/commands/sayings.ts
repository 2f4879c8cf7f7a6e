import { grammarPhrases } from '../locales/grammarPhrases';
import type { FilterName } from './grammar/filters';

/** How a command is asked for: spread into its declaration. */
export interface Saying {
  phrases: readonly string[];
  filters?: readonly FilterName[];
  asksFor?: 'customer';
}

const referralFilters: readonly FilterName[] = [
  ...([
    'status',
    'substatus',
    'outcome',
    'direction',
    'qualification',
    'kind',
    'order',
    'engagement',
    'country',
    'amount',
    'currency',
  ] as const),
  ...(['mine', 'teamMember', 'expires', 'period', 'listFile'] as const),
];

const watchConditions: readonly FilterName[] = [
  ...([
    'watchedThing',
    'kinds',
    'directions',
    'direction',
    'countries',
    'industries',
    'products',
    'solutions',
  ] as const),
  ...(['amount', 'currency', 'onlyMine', 'teamMember', 'location'] as const),
];

/** The sayings of every command, with the words of the locale. */
export const sayings = {
  help: { phrases: grammarPhrases.help },
  customers: { phrases: grammarPhrases.customers, filters: ['listFile'] },
  customer: { phrases: grammarPhrases.customer, asksFor: 'customer' },
  subscriptions: {
    phrases: grammarPhrases.subscriptions,
    filters: ['subscriptionStatus', 'ends', 'listFile'],
    asksFor: 'customer',
  },
  orders: { phrases: grammarPhrases.orders, filters: ['listFile'], asksFor: 'customer' },
  invoices: { phrases: grammarPhrases.invoices, filters: ['paid', 'period', 'listFile'] },
  invoice: { phrases: grammarPhrases.invoice, filters: ['invoiceFile'] },
  referrals: { phrases: grammarPhrases.referrals, filters: referralFilters },
  referral: { phrases: grammarPhrases.referral },
  createReferral: { phrases: grammarPhrases.createReferral },
  watch: { phrases: grammarPhrases.watch, filters: watchConditions },
  watchNews: { phrases: grammarPhrases.watchNews, filters: ['watchedThing'] },
  watches: { phrases: grammarPhrases.watches },
  quietHours: { phrases: grammarPhrases.quietHours },
  fold: { phrases: grammarPhrases.fold, filters: ['foldOff'] },
  unwatch: { phrases: grammarPhrases.unwatch },
  digest: { phrases: grammarPhrases.digest, filters: ['digestDay', 'digestTime', 'digestOff'] },
  status: { phrases: grammarPhrases.status },
  retry: { phrases: grammarPhrases.retry },
  connect: { phrases: grammarPhrases.connect },
  disconnect: { phrases: grammarPhrases.disconnect },
  signIn: { phrases: grammarPhrases.signIn },
  signOut: { phrases: grammarPhrases.signOut },
  forget: { phrases: grammarPhrases.forget },
  exportAudit: { phrases: grammarPhrases.exportAudit },
} satisfies Readonly<Record<string, Saying>>;
