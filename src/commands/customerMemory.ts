import type { Clock } from '../lib/clock';
import type { CustomerPage, CustomerSearch } from '../partnerCenter/partnerCenter';

/** How long an answer is good for, in ms: long enough for a few questions about one customer. */
const goodForMs = 5 * 60_000;
/** How many customers are kept in all; the oldest answers make room. */
const mostCustomers = 5_000;

interface KnownAnswer extends Pick<CustomerSearch, 'field'> {
  who: string;
  start: string;
  page: CustomerPage;
  /** ms since the epoch. */
  at: number;
}

/**
 * What people's customer searches found a short while ago. An answer serves only the person whose token it was read with, as
 * Partner Center does not show everybody the same. That nothing was found is not kept: the customer may be added meanwhile.
 */
export class CustomerMemory {
  readonly #clock: Clock;
  /** Oldest first. */
  #answers: KnownAnswer[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What `who` would find: from the same search, or from a complete answer to a shorter beginning. */
  recall(who: string, { field, startsWith }: CustomerSearch): CustomerPage | undefined {
    const oldest = this.#clock.now() - goodForMs;
    this.#answers = this.#answers.filter(({ at }) => at > oldest);
    const start = startsWith.toLowerCase();
    for (const known of this.#answers.toReversed()) {
      if (known.who !== who || known.field !== field) continue;
      if (known.start === start) return known.page;
      if (known.page.hasMore || !start.startsWith(known.start)) continue;
      const customers = known.page.customers.filter((customer) => {
        const value = field === 'Domain' ? customer.companyProfile?.domain : customer.companyProfile?.companyName;
        return value?.toLowerCase().startsWith(start);
      });
      if (customers.length > 0) return { customers, hasMore: false };
    }
    return undefined;
  }

  /** Forgets what `who` found. */
  forget(who: string): void {
    this.#answers = this.#answers.filter((known) => known.who !== who);
  }

  /** Keeps what a search of `who` found. */
  keep(who: string, { field, startsWith }: CustomerSearch, page: CustomerPage): void {
    if (page.customers.length === 0) return;
    const start = startsWith.toLowerCase();
    const others = this.#answers.filter((known) => known.who !== who || known.field !== field || known.start !== start);
    this.#answers = [...others, { who, field, start, page, at: this.#clock.now() }];
    let kept = this.#answers.reduce((sum, answer) => sum + answer.page.customers.length, 0);
    while (kept > mostCustomers) kept -= this.#answers.shift()?.page.customers.length ?? kept;
  }
}
