import { World } from '../sandbox/world';
import { referralMessage } from '../src/cards/referralMessage';
import { referralSchema } from '../src/partnerCenter/referral';
import type { Conversation, LedgerEntry } from '../src/storage/store';
import type { Benchmark } from './benchmark';
import { timed } from './support/timed';

const settings = { responseDays: 14, referralLink: 'https://partner.microsoft.com/dashboard/referrals/v2/leads' };

const conversation: Conversation = {
  id: '19:0001channel@thread.tacv2',
  kind: 'channel',
  tenantId: null,
  teamId: null,
  name: 'Deals',
  serviceUrl: 'http://127.0.0.1/',
  botId: '28:bot',
  locale: 'en-US',
  installedAt: 0,
  timeZone: null,
  greetedAt: null,
  removedAt: null,
  removedReason: null,
};

/** Drawing the cards of 50 different open referrals, again and again. */
export const cardRendering: Benchmark = {
  name: 'drawing the card of a referral',
  floor: 'JSON.parse(JSON.stringify(card))',
  operations: 200,
  rounds: 9,
  prepare() {
    const now = Date.now();
    const entries = openReferrals(50, now);
    const draws = entries.map((entry) => () => referralMessage(entry, conversation, now, settings));
    const cards = draws.map((draw) => draw().card);
    return Promise.resolve({
      ours: (operations) => timed(operations, (operation) => void draws[operation % draws.length]?.()),
      floor: (operations) =>
        timed(operations, (operation) => void JSON.parse(JSON.stringify(cards[operation % cards.length]))),
      close: () => Promise.resolve(),
    });
  },
};

function openReferrals(count: number, now: number): LedgerEntry[] {
  const { referrals } = new World({ seed: 'bench', world: 'empty', now: () => now, pageSize: 100 });
  return referrals.arrive({}, count).map((resource) => {
    const referral = referralSchema.parse(resource);
    return {
      referralId: referral.id,
      version: 1,
      referral,
      firstSeenAt: now,
      seenAt: now,
      connected: null,
      decision: null,
      notice: null,
    };
  });
}
