import type { Sandbox } from '../../../sandbox/startSandbox';
import { startSandbox } from '../../../sandbox/startSandbox';
import { sandboxTokens } from '../../../src/identity/sandboxTokens';
import type { Clock } from '../../../src/lib/clock';
import { newId } from '../../../src/lib/ids';
import { Joined } from '../../../src/lib/joined';
import { createLog } from '../../../src/lib/log';
import { createPartnerCenter } from '../../../src/partnerCenter/createPartnerCenter';
import { createReferral, type CreationOutcome } from '../../../src/referrals/createReferral';
import type { NewReferral } from '../../../src/referrals/newReferral';
import type { Store } from '../../../src/storage/store';
import { TestClock } from '../../support/testClock';
import { Asked } from './asked';

const meganId = '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021';
const log = createLog('silent');

export const aReferral = (changes: Partial<NewReferral> = {}): NewReferral => ({
  type: 'Shared',
  name: 'Telephony',
  qualification: 'SalesQualified',
  externalReferenceId: undefined,
  customer: { name: 'Fabrikam', size: undefined, address: { country: 'US' } },
  contacts: [],
  contactLocale: undefined,
  consent: { contact: true, share: true, shareWithMicrosoft: true },
  deal: { value: undefined, currency: undefined, closingDate: undefined, notes: undefined },
  needs: {},
  solutions: [],
  solutionId: undefined,
  team: [],
  invitation: {},
  ...changes,
});

/**
 * What becomes of a request: with `answerLost` and `neverSent` its process hangs, and is as good as dead. What is `late` is
 * carried out when the test says so.
 */
export type Fate = 'pass' | 'refused' | 'answerLost' | 'neverSent' | 'late';

/** A sandbox and processes that create referrals in it. */
export async function startCreationBench() {
  const clock = new TestClock();
  const sandbox: Sandbox = await startSandbox({ world: 'empty', now: () => clock.now() });
  const asked = new Asked();
  let carryOut: (() => Promise<Response>) | undefined;
  return {
    clock,
    sandbox,
    /** Whether a request that is late is on its way. */
    isOnItsWay: () => carryOut !== undefined,
    /** Carries it out. */
    arrive: () => carryOut?.(),
    made: () => sandbox.world.referrals.all(),
    posts: () => sandbox.world.requests().filter(({ method }) => method === 'POST').length,
    close: () => sandbox.close(),
    /** One process. @param fates of its POSTs in their order; those behind them pass */
    process(store: Store, fates: readonly Fate[] = []) {
      const left = [...fates];
      const faltering: typeof fetch = async (url, init) => {
        const fate = init?.method === 'POST' ? (left.shift() ?? 'pass') : 'pass';
        if (fate === 'refused') return Response.json({ error: { code: 'invalidRequest' } }, { status: 400 });
        if (fate === 'late') {
          carryOut = () => fetch(url, { ...init, signal: null });
          return new Promise(() => undefined);
        }
        if (fate !== 'neverSent') {
          const answer = await asked.during(() => fetch(url, init));
          if (fate === 'pass') return answer;
          await answer.arrayBuffer();
        }
        isDead = true;
        return new Promise(() => undefined);
      };
      let isDead = false;
      // For who is dead no time passes: no time limit ends a request.
      const ownClock: Clock = {
        now: () => clock.now(),
        async sleep(ms, signal) {
          await clock.sleep(ms, signal);
          if (isDead) await new Promise(() => undefined);
        },
      };
      const { origin } = sandbox;
      const partnerCenter = createPartnerCenter({
        referralsApiUrl: `${origin}/v1.0`,
        partnerCenterApiUrl: `${origin}/v1`,
        fetch: faltering,
        clock: ownClock,
        random: Math.random,
        newId,
        log,
      });
      const parts = {
        store: asked.watching(store),
        partnerCenter,
        clock: ownClock,
        newId,
        creations: new Joined<CreationOutcome>(),
      };
      const person = { id: meganId, name: 'Megan Bowen' };
      const by = { person, tokens: sandboxTokens(meganId), log, conversation: { id: 'c' }, referenceId: 'PD-1' };
      return (draftId: string, referral = aReferral()) => createReferral(parts, by, draftId, referral);
    },
    /** Lets the clock go on, in steps that wake nobody late and leave nothing unanswered, until `work` is done. */
    async running<T>(work: Promise<T>): Promise<T> {
      const state = { done: false };
      void work.catch(() => undefined).finally(() => (state.done = true));
      while (!state.done) {
        for (let quiet = 0; quiet < 40 && !state.done; quiet = asked.isAnswered() ? quiet + 1 : 0)
          await new Promise((resolve) => setImmediate(resolve));
        await clock.advance(50);
      }
      return work;
    },
    /** Lets real requests end without moving the clock. */
    async until(what: string, look: () => boolean | Promise<boolean>): Promise<void> {
      for (let turn = 0; turn < 5_000; turn++) {
        if (await look()) return;
        await new Promise((resolve) => setImmediate(resolve));
      }
      throw new Error(`It did not come to this: ${what}`);
    },
  };
}

/** A draft that its maker was asked about. */
export const aDraft = (id: string, createdAt: number) => ({
  id,
  makerId: meganId,
  makerName: 'Megan Bowen',
  typed: { customerName: 'Fabrikam' },
  createdAt,
  expiresAt: createdAt + 3_600_000,
});
