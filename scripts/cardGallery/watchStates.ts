import { quietHoursCard } from '../../src/cards/quietHoursCard';
import { watchCard } from '../../src/cards/watchCard';
import { watchesCard } from '../../src/cards/watchesCard';
import { watchFormCard } from '../../src/cards/watchFormCard';
import { watchStartedCard } from '../../src/cards/watchStartedCard';
import { watchTestCard } from '../../src/cards/watchTestCard';
import { canonicalConditions, type WatchConditions } from '../../src/referrals/watchConditions';
import type { Watch } from '../../src/storage/store';
import type { CardState } from './cardState';
import { sampleReferral } from './sampleReferral';
import { worldReferrals } from './worldReferrals';

const now = Date.parse('2026-11-21T10:04:00Z');
const place = { now, locale: 'en-GB', timeZone: 'Europe/Stockholm' };
const pauseDays = { first: '2026-11-22', last: '2027-11-22' };

const some: WatchConditions = { kinds: ['coSell'], countries: ['US', 'CA'], products: ['Azure'], min: 50_000 };
const all: WatchConditions = {
  ...some,
  kinds: ['coSell', 'lead'],
  industries: ['Retail & Consumer Goods', 'Education'],
  products: ['Azure', 'DynamicsAX,GP,NAV,SL'],
  solutions: ['CloudDatabaseMigration', 'MachineLearning'],
  max: 2_000_000,
  currency: 'USD',
  customer: 'north wind',
  teamMember: 'megan@contoso-partner.example',
  location: '7a1b22c0-aaaa-4bbb-8ccc-121212121212',
};

const watch = (conditions: WatchConditions, changes: Partial<Watch> = {}): Watch => ({
  id: 'w',
  conversationId: 'c',
  ownerId: 'aad-1',
  ownerName: 'Megan Bowen',
  conditions: canonicalConditions(conditions),
  pausedUntil: null,
  startedAt: now - 30 * 86_400_000,
  endedAt: null,
  endedReason: null,
  ...changes,
});
const paused = { pausedUntil: now + 5 * 86_400_000 };
const one = (name: string, view: Watch, hasOthers: boolean, note?: string): CardState => ({
  name: `watch-${name}`,
  message: watchCard({ watch: view, pauseDays, hasOthers, note, ...place }),
});
const tested = (name: string, conditions: WatchConditions, count: number, page: number): CardState => ({
  name: `watch-test${name}`,
  message: watchTestCard({
    watch: watch(conditions),
    referrals: Array.from({ length: count }, (_, at) => ({
      ...sampleReferral,
      ...worldReferrals[at % worldReferrals.length]?.referral,
    })),
    page,
    responseDays: 14,
    ...place,
  }),
});

/** Every card about watches and their conditions. */
export const watchStates: readonly CardState[] = [
  {
    name: 'watch-started-conditions',
    message: watchStartedCard({
      watchId: 'w',
      conditions: 'Co-sell · Canada or United States · $50,000 or more',
      olderOpen: 3,
      again: false,
    }),
  },
  {
    name: 'watch-again-paused',
    message: watchStartedCard({ watchId: 'w', conditions: '', pausedUntil: '26 Nov', olderOpen: 0, again: true }),
  },
  one('everything', watch({}), false),
  one('changed', watch(some), true, 'Changed. It holds for what arrives or changes from now on.'),
  one('outgoing', watch({ direction: 'Outgoing', kinds: ['coSell'], countries: ['DE'] }), true),
  one('all-conditions', watch(all, paused), true),
  one('subscriptions', watch({ news: 'subscriptions', customer: 'contoso' }), true),
  { ...one('pause', watch(some), false), open: ['Pause…'] },
  { name: 'watch-form', message: watchFormCard({ conditions: {} }), open: ['Products', 'Team and location'] },
  { name: 'watch-form-change', message: watchFormCard({ conditions: all, watchId: 'w' }) },
  {
    name: 'watches',
    message: watchesCard({
      watches: [watch({}), watch(some, paused), watch({ news: 'invoices' }), watch(all)],
      foldedBy: 'Megan Bowen',
      ...place,
    }),
  },
  {
    name: 'watches-most',
    message: watchesCard({ watches: Array.from({ length: 15 }, () => watch(all, paused)), ...place }),
  },
  { name: 'watches-none', message: watchesCard({ watches: [], ...place }) },
  { name: 'quiet-hours-none', message: quietHoursCard({ hours: undefined, timeZone: null }) },
  {
    name: 'quiet-hours',
    message: quietHoursCard({
      hours: { conversationId: 'c', from: '22:00', until: '07:00', setBy: 'Megan Bowen' },
      timeZone: 'Europe/Stockholm',
      note: 'Set. What is under way already still comes.',
    }),
  },
  tested('', some, 60, 0),
  tested('-none', some, 0, 0),
  tested('-all-conditions', all, 60, 5),
];
