import * as fc from 'fast-check';
import type { Outbox, OutboxRow } from '../../../src/storage/owed';
import type { Engine } from '../../support/onEngine';
import { OutboxModel, seen } from './outboxModel';
import { aConversation, aWatch } from './samples';

const conversationIds = ['c1', 'c2'];
const conversation = fc.constantFrom(...conversationIds);
const ms = fc.nat({ max: 40 });

const step = fc.oneof(
  fc.record({
    do: fc.constantFrom('owe' as const, 'ask' as const),
    kind: fc.constantFrom('post' as const, 'update' as const),
    conversationId: conversation,
    referral: fc.nat({ max: 3 }),
    inMs: ms,
  }),
  fc.record({
    do: fc.constant('claim' as const),
    leaseMs: fc.integer({ min: 1, max: 40 }),
    except: fc.subarray(conversationIds, { maxLength: 1 }),
  }),
  // `claim` counts back from the latest one, so that lost claims are tried too.
  fc.record({
    do: fc.constantFrom('complete' as const, 'bury' as const, 'withhold' as const, 'release' as const),
    claim: fc.nat({ max: 2 }),
  }),
  fc.record({ do: fc.constant('postpone' as const), claim: fc.nat({ max: 2 }), inMs: ms }),
  fc.record({ do: fc.constant('reconsider' as const), referral: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant('pass' as const), ms }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Settling = Extract<Step, { claim: number }>;

/** The outbox and its model side by side. Each step gives what both say, to be compared. */
class Pair {
  private readonly model = new OutboxModel();
  private readonly claims: { row: OutboxRow; handle: number }[] = [];
  private now = 0;

  constructor(private readonly outbox: Outbox) {}

  async take(action: Step): Promise<{ real: unknown; model: unknown }> {
    const [real, model] = await this.do(action);
    return {
      real: [real, await this.outbox.nextDueAt(), await this.outbox.depth()],
      model: [model, this.model.nextDueAt(), this.model.depth()],
    };
  }

  private async do(action: Step): Promise<[real: unknown, model: unknown]> {
    switch (action.do) {
      case 'pass':
        return [(this.now += action.ms), this.now];
      case 'owe':
      case 'ask':
        return this.owe(action);
      case 'reconsider':
        return this.reconsider(`r${action.referral}`);
      case 'claim':
        return this.claim(action.leaseMs, action.except);
      default:
        return this.settle(action);
    }
  }

  private async owe(action: Extract<Step, { kind: unknown }>): Promise<[unknown, unknown]> {
    const { do: how, kind, conversationId, referral, inMs } = action;
    const row = { kind, conversationId, referralId: `r${referral}`, activityId: '', position: referral };
    const owed = { ...row, dueAt: this.now + inMs };
    if (how === 'ask') return [await this.outbox.oweAsked([{ ...owed, kind: 'post' }]), this.model.oweAsked(owed)];
    return [await this.outbox.owe([owed]), this.model.owe(owed)];
  }

  private async reconsider(referralId: string): Promise<[unknown, unknown]> {
    return [await this.outbox.oweWithheld(referralId, this.now), this.model.oweWithheld(referralId, this.now)];
  }

  private async claim(leaseMs: number, except: string[]): Promise<[unknown, unknown]> {
    const expected = this.model.claim(this.now, leaseMs, except);
    const row = await this.outbox.claim('us', this.now, leaseMs, except);
    if (row && expected) this.claims.push({ row, handle: expected.handle });
    return [seen(row), seen(expected?.row)];
  }

  /** Only posts are withheld. */
  private async withhold(row: OutboxRow, handle: number): Promise<[unknown, unknown]> {
    if (row.kind !== 'post') return [undefined, undefined];
    this.model.finish(handle, 'withheld');
    return [await this.outbox.withhold(row, this.now), undefined];
  }

  private async settle(action: Settling): Promise<[unknown, unknown]> {
    const claim = this.claims.at(-1 - action.claim);
    if (!claim) return [undefined, undefined];
    const { row, handle } = claim;
    const { model, outbox, now } = this;
    switch (action.do) {
      case 'complete':
        return [await outbox.complete(row, now), model.finish(handle, 'done')];
      case 'postpone':
        return [await outbox.postpone(row, now + action.inMs, 'why'), model.postpone(handle, now + action.inMs)];
      case 'bury':
        model.finish(handle, 'buried');
        return [await outbox.bury(row, 'why', now), undefined];
      case 'withhold':
        return this.withhold(row, handle);
      default:
        return [await outbox.release(row), model.release(handle)];
    }
  }
}

export function outboxPropertyBehaviour({ name, open }: Engine): void {
  test('whatever is owed, claimed and ended in whatever order, the outbox does what its model does', async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const store = await open();
      for (const id of conversationIds) {
        await store.conversations.save(aConversation(id));
        await store.watches.start(aWatch(id, id));
      }
      const pair = new Pair(store.outbox);
      for (const action of steps) {
        const { real, model } = await pair.take(action);
        expect(real).toEqual(model);
      }
    });
    await fc.assert(property, { numRuns: name === 'SQLite' ? 60 : 15 });
  });
}
