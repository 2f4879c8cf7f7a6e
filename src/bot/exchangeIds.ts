import type { Clock } from '../lib/clock';

/**
 * `first`: the one to be taken. `duplicate`: another client of the person was faster. `foreign`: a card for somebody else.
 * `unknown`: a card from before a restart, and the first of those.
 */
export type ExchangeClaim = 'first' | 'duplicate' | 'foreign' | 'unknown';

const mostIds = 5000;
/** How long an id is remembered, in ms: every client has answered long before. */
const keptMs = 60 * 60_000;

/** The ids of sign-in cards: every client of a person brings a token for each, and only the first counts. */
export class ExchangeIds {
  private readonly ids = new Map<string, { personId: string; claimed: boolean; at: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly newId: () => string,
  ) {}

  issue(personId: string): string {
    const id = this.newId();
    this.put(id, personId, false);
    return id;
  }

  claim(id: string, personId: string): ExchangeClaim {
    const entry = this.ids.get(id);
    if (!entry || this.clock.now() - entry.at > keptMs) {
      this.put(id, personId, true);
      return 'unknown';
    }
    if (entry.personId !== personId) return 'foreign';
    if (entry.claimed) return 'duplicate';
    entry.claimed = true;
    return 'first';
  }

  private put(id: string, personId: string, claimed: boolean): void {
    this.ids.delete(id);
    this.ids.set(id, { personId, claimed, at: this.clock.now() });
    const [oldest] = this.ids.keys();
    if (this.ids.size > mostIds && oldest !== undefined) this.ids.delete(oldest);
  }
}
