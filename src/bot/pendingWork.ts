import type { Clock } from '../lib/clock';

/** What waits for a person's sign-in. */
export interface PendingItem {
  /** Has the tokens that it needs; rejects as the person's token source does. */
  prepare(): Promise<unknown>;
  /** Does it, and answers where it was asked. Never rejects. */
  run(): Promise<void>;
}

/** How long something waits, in ms: as long as a sign-in in a browser may take. */
const keptMs = 10 * 60_000;
const mostItems = 5;
const mostPeople = 1000;

/** What people asked for and have to sign in for first. In memory: after a restart they are told to ask again. */
export class PendingWork {
  private readonly waiting = new Map<string, { item: PendingItem; at: number }[]>();

  constructor(private readonly clock: Clock) {}

  add(personId: string, item: PendingItem): void {
    const items = [...this.live(personId), { item, at: this.clock.now() }].slice(-mostItems);
    this.waiting.delete(personId);
    this.waiting.set(personId, items);
    const [oldest] = this.waiting.keys();
    if (this.waiting.size > mostPeople && oldest !== undefined) this.waiting.delete(oldest);
  }

  /** What waits for a person, which goes on waiting. */
  of(personId: string): PendingItem[] {
    return this.live(personId).map(({ item }) => item);
  }

  /** The same, for the one who does it now. */
  take(personId: string): PendingItem[] {
    const items = this.of(personId);
    this.waiting.delete(personId);
    return items;
  }

  private live(personId: string) {
    const now = this.clock.now();
    return (this.waiting.get(personId) ?? []).filter(({ at }) => now - at < keptMs);
  }
}
