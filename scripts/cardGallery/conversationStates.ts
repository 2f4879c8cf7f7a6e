import { customerChoiceCard } from '../../src/cards/customerChoiceCard';
import { helpCard } from '../../src/cards/helpCard';
import { nearestNamesCard } from '../../src/cards/nearestNamesCard';
import { readingChoiceCard } from '../../src/cards/readingChoiceCard';
import { subscriptionsCard } from '../../src/cards/subscriptionsCard';
import { watchStartedCard } from '../../src/cards/watchStartedCard';
import { welcomeCard } from '../../src/cards/welcomeCard';
import type { CardState } from './cardState';
import { watchStates } from './watchStates';
import { sampleSubscriptions } from './sampleSubscriptions';

const customers = [
  ['Contoso Ltd.', 'contoso.com'],
  ['Contoso Café', 'contosocafe.com'],
  ['Contoso Pharma', 'contosopharma.com'],
  ['Contoso Pharma', 'contoso-pharma.de'],
  ['Contoso Travel & Events International Holding', 'contosotravel.com'],
  ['株式会社コントソ', 'contoso.co.jp'],
].map(([companyName, domain], at) => ({ id: `c${at}`, companyProfile: { companyName, domain } }));

const commands = [
  { title: 'help', example: 'help', description: 'Shows everything that you can type.' },
  { title: 'watch', example: 'watch', description: 'Brings every new referral here as a card.' },
  { title: 'unwatch', example: 'unwatch', description: 'Stops that.' },
  {
    title: 'subscriptions for <customer>',
    example: 'subscriptions for contoso',
    description: 'Shows what a customer subscribes to, what needs attention first.',
  },
];

const subscriptions = (count: number, page: number) =>
  subscriptionsCard({
    customerId: 'c0',
    customerName: 'Contoso Ltd.',
    domain: 'contoso.com',
    subscriptions: sampleSubscriptions(count),
    now: Date.parse('2026-11-21T10:04:00Z'),
    locale: 'en-GB',
    page,
  });

/** Every card that is not a referral's. */
export const conversationStates: readonly CardState[] = [
  { name: 'help', message: helpCard({ commands, locale: 'en-GB' }) },
  ...(['personal', 'groupChat', 'channel'] as const).map((kind) => ({
    name: `welcome-${kind}`,
    message: welcomeCard({ kind, alreadyWatching: false }),
  })),
  { name: 'welcome-watching', message: welcomeCard({ kind: 'channel', alreadyWatching: true }) },
  {
    name: 'reading-choice',
    message: readingChoiceCard({ texts: ['customer contoso', 'subscriptions for contoso', 'orders for contoso'] }),
  },
  { name: 'reading-confirm', message: readingChoiceCard({ texts: ['unwatch'], asksToConfirm: true }) },
  { name: 'watch-started', message: watchStartedCard({ watchId: 'w', conditions: '', olderOpen: 12, again: false }) },
  { name: 'watch-again', message: watchStartedCard({ watchId: 'w', conditions: '', olderOpen: 0, again: true }) },
  ...watchStates,
  { name: 'subscriptions-first', message: subscriptions(43, 0) },
  { name: 'subscriptions-middle', message: subscriptions(43, 1) },
  { name: 'subscriptions-last', message: subscriptions(43, 5) },
  { name: 'subscriptions-few', message: subscriptions(2, 0) },
  { name: 'subscriptions-none', message: subscriptions(0, 0) },
  {
    name: 'customer-choice',
    message: customerChoiceCard({ query: 'con', customers, hasMore: true, next: 'subscriptions' }),
  },
  {
    name: 'nearest-names',
    message: nearestNamesCard({ query: 'contosso', customers: customers.slice(0, 3), next: 'subscriptions' }),
  },
  { name: 'no-names', message: nearestNamesCard({ query: 'zzz', customers: [], next: 'subscriptions' }) },
];
