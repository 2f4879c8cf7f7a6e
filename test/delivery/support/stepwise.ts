import type { Store } from '../../../src/storage/store';

/** A process that can die before any of its steps: from then on nothing that it does has an effect. */
export class MortalProcess {
  readonly passed: string[] = [];
  isDead = false;

  /** @param diesBefore the step, counted from 0 */
  constructor(private readonly diesBefore: number) {}

  /** The database as the process sees it: what it claims, keeps and commits are steps; what it only reads cannot be told apart. */
  storeOn(store: Store): Store {
    const { events, outbox } = store;
    return {
      ...store,
      events: {
        ...events,
        receive: (...call) => this.step('receive').then(() => events.receive(...call)),
        claim: async (...call) => this.having(await events.claim(...call)),
        finish: (...call) => this.step('finish').then(() => events.finish(...call)),
        postpone: (...call) => this.step('postpone').then(() => events.postpone(...call)),
      },
      outbox: {
        ...outbox,
        claim: async (...call) => this.having(await outbox.claim(...call)),
        complete: (...call) => this.step('complete').then(() => outbox.complete(...call)),
        postpone: (...call) => this.step('postpone').then(() => outbox.postpone(...call)),
        release: (...call) => this.step('release').then(() => outbox.release(...call)),
      },
      transaction: (work) =>
        store.transaction(async (tx) => {
          const result = await work(tx);
          await this.step('commit');
          return result;
        }),
    };
  }

  /** Other servers as the process sees them. */
  fetchOn(fetchHttp: typeof fetch): typeof fetch {
    return async (input, init) => {
      const method = init?.method ?? 'GET';
      await this.step(`${method} request`);
      const answer = await fetchHttp(input, init);
      await this.step(`${method} answer`);
      return answer;
    };
  }

  private async having<T>(claim: T): Promise<T> {
    if (claim !== undefined) await this.step('after claim');
    return claim;
  }

  private async step(name: string): Promise<void> {
    if (this.passed.length === this.diesBefore) this.isDead = true;
    if (this.isDead) throw new Error('The process is dead');
    this.passed.push(name);
  }
}
