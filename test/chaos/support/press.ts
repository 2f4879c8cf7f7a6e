import { setTimeout as wait } from 'node:timers/promises';
import type { BotAnswer, Place, TeamsUser } from '../../support/fakeTeams';
import type { Replica } from './replica';
import type { Scene } from './scene';
import { addPartnerCenterFault } from './storm';

/** Somebody pressed a button on a card. */
export interface Press {
  referralId: string;
  by: TeamsUser;
  /** Which process was to carry it out. */
  replica: Replica;
  verb: 'referral.accept' | 'referral.decline';
  /** The card that was the answer, as text; undefined for a sentence, a fault, and where no answer came. */
  card: string | undefined;
  /** Whether any answer came. */
  answered: boolean;
}

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
/** How many of the latest cards people look at. */
const lookedAt = 12;

/** Lets people press Accept and Decline on cards until `signal` aborts; what they do is in the scene's presses. */
export async function pressAtRandom(scene: Scene, replicas: readonly Replica[], signal: AbortSignal): Promise<void> {
  const random = scene.random('people');
  const underWay = new Set<Promise<void>>();
  while (!signal.aborted) {
    await wait(random.between(50, 500));
    const replica = random.pick(replicas);
    const place = random.pick(scene.channels);
    const open = scene.teams
      .cards(place.id)
      .slice(-lookedAt)
      .filter(({ card }) => JSON.stringify(card).includes('"referral.accept"'));
    if (!replica.isListening || open.length === 0) continue;
    const waiting = open.filter(({ card }) => isWaiting(scene, referralOf(card)));
    // Now and then somebody presses on what was decided already, and their card does not show it yet.
    const { activityId, card } = random.pick(waiting.length > 0 && random.chance(0.8) ? waiting : open);
    const referralId = referralOf(card);
    if (!referralId) continue;
    // Now and then two at the same moment.
    for (let press = random.chance(0.2) ? 2 : 1; press > 0; press--) {
      const by = random.pick(random.chance(0.75) ? scene.deciders : scene.others);
      const verb = random.pick(['referral.accept', 'referral.decline'] as const);
      if (random.chance(0.2))
        addPartnerCenterFault(scene, random, `referrals/${referralId}$`, random.pick(['GET', 'PATCH', 'PATCH']));
      const made: Press = { referralId, by, replica, verb, card: undefined, answered: false };
      scene.presses.push(made);
      const work = carryOut(scene, place, activityId, made).finally(() => underWay.delete(work));
      underWay.add(work);
    }
  }
  await Promise.all(underWay);
}

const isWaiting = ({ sandbox }: Scene, referralId = ''): boolean =>
  sandbox.world.referrals.find(referralId)?.status === 'New';

async function carryOut({ teams }: Scene, place: Place, activityId: string, made: Press): Promise<void> {
  const inputs = made.verb === 'referral.decline' ? { reason: 'timeline' } : {};
  teams.botUrl = made.replica.url;
  let answer: BotAnswer;
  try {
    answer = await teams.press({ by: made.by, in: place }, activityId, made.verb, inputs, {
      referralId: made.referralId,
    });
  } catch {
    // The process was killed before it answered: nobody knows yet what became of the press.
    return;
  }
  made.answered = true;
  if (answer.body?.type === adaptiveCard) made.card = JSON.stringify(answer.body.value);
}

/** The referral that the buttons of a card name. */
export const referralOf = (card: unknown): string | undefined =>
  /"referralId":"([^"]+)"/.exec(JSON.stringify(card))?.[1];
