import { z } from 'zod/v4';
import { systemClock } from '../src/lib/clock';
import { createLog } from '../src/lib/log';
import { type Referral, referralSchema } from '../src/partnerCenter/referral';
import { takeIn } from '../src/referrals/intake';
import { openStore } from '../src/storage/openStore';
import type { Store } from '../src/storage/store';
import type { Benchmark } from './benchmark';
import { botId, megan, pressOnAccept, type Place } from './support/activities';
import { postActivity } from './support/postActivity';
import { startDesk } from './support/startDesk';
import { timed } from './support/timed';

/** Accept on a card in a channel, from the press to the fresh card. */
export const press: Benchmark = {
  name: 'Accept, with its GET and PATCH',
  floor: 'the bare GET and PATCH by fetch',
  operations: 40,
  rounds: 9,
  async prepare() {
    const desk = await startDesk();
    const { sandbox, connector, databaseUrl } = desk;
    const channel: Place = {
      serviceUrl: connector.serviceUrl,
      conversationType: 'channel',
      conversationId: '19:0001channel@thread.tacv2',
    };
    const store = await openStore({ databaseUrl, log: createLog('silent'), clock: systemClock });
    await joinChannel(store, channel);
    return {
      async ours(operations) {
        const referrals = await arrive(sandbox, operations);
        await haveCards(store, channel, referrals);
        return timed(operations, async (operation) => {
          const id = referrals[operation]?.id ?? '';
          const answer = await postActivity(desk.url, pressOnAccept(channel, cardOf(id), id));
          if (!answer.includes('Accepted by Megan Bowen')) throw new Error(`The press was answered with: ${answer}`);
        });
      },
      async floor(operations) {
        const referrals = await arrive(sandbox, operations);
        return timed(operations, (operation) => accept(sandbox, referrals[operation]?.id ?? ''));
      },
      async close() {
        await store.close();
        await desk.close();
      },
    };
  },
};

async function joinChannel(store: Store, { serviceUrl, conversationId: id }: Place): Promise<void> {
  const facts = { tenantId: null, teamId: null, name: 'Deals', locale: null, timeZone: null };
  await store.conversations.save({ id, kind: 'channel', serviceUrl, botId, installedAt: Date.now(), ...facts });
}

/** The activity that shows the card of a referral. */
const cardOf = (referralId: string): string => `card-of-${referralId}`;

/** As if the referrals had been seen and their cards posted, yesterday. */
async function haveCards(store: Store, { conversationId }: Place, referrals: readonly Referral[]): Promise<void> {
  const at = Date.now() - 86_400_000;
  await store.transaction((tx) => takeIn(tx, referrals, at));
  for (const { id: referralId } of referrals) {
    const activityId = cardOf(referralId);
    await store.cards.save({ conversationId, activityId, referralId, postedAt: at, sentAt: at, shownVersion: 1 });
  }
}

async function arrive(sandbox: string, count: number): Promise<Referral[]> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ count });
  const answer = await fetch(`${sandbox}/_sandbox/referrals`, { method: 'POST', headers, body });
  return z.object({ value: z.array(referralSchema) }).parse(await answer.json()).value;
}

/** What Partner Center sees of a press, without anything around it. */
async function accept(sandbox: string, referralId: string): Promise<void> {
  const url = `${sandbox}/v1.0/engagements/referrals/${referralId}`;
  const authorization = `Bearer sandbox.referrals.${megan}`;
  const before = await fetch(url, { headers: { authorization } });
  const { eTag } = (await before.json()) as { eTag: string };
  const after = await fetch(url, {
    method: 'PATCH',
    headers: {
      authorization,
      'content-type': 'application/json',
      'If-Match': eTag,
      Prefer: 'return=representation',
    },
    body: JSON.stringify([
      { op: 'replace', path: '/status', value: 'Active' },
      { op: 'replace', path: '/substatus', value: 'Accepted' },
    ]),
  });
  const { status } = (await after.json()) as { status: string };
  if (status !== 'Active') throw new Error(`The referral is ${status} after ${after.status}`);
}
