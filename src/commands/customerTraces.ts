import { isErased } from '../referrals/erasedReferral';
import type { Draft } from '../storage/draft';
import type { FileOffer } from '../storage/fileOffer';
import type { NewsEntry } from '../storage/news';
import type { LedgerEntry, Store } from '../storage/store';

/** What the database holds of one customer. */
export interface CustomerTraces {
  closed: LedgerEntry[];
  /** Referrals that wait for an answer, or run. */
  running: LedgerEntry[];
  /** Forms that were filled in and are not being sent. */
  drafts: Draft[];
  offers: FileOffer[];
  /** What conversations were told of its subscriptions. */
  news: NewsEntry[];
  /** The names of all customers of whom something is kept. */
  names: string[];
}

const pageSize = 500;

/** Looks through everything that can name a customer. @param customer the whole name; capital letters do not matter */
export async function customerTraces(store: Store, customer: string, now: number): Promise<CustomerTraces> {
  const wanted = plain(customer);
  const names = new Set<string>();
  const found: LedgerEntry[] = [];
  for await (const entry of entries(store, now)) {
    const name = entry.referral.customerProfile?.name;
    if (name) names.add(name);
    if (!isErased(entry.referral) && plain(name) === wanted) found.push(entry);
  }
  const drafts = await store.drafts.idle();
  const told = (await store.news.all()).map((entry) => ({ entry, name: customerOf(entry) }));
  for (const { name } of told) if (name) names.add(name);
  return {
    closed: found.filter(isClosed),
    running: found.filter((entry) => !isClosed(entry)),
    drafts: drafts.filter(({ typed }) => plain(typed.customerName) === wanted),
    offers: (await store.fileOffers.all()).filter((offer) =>
      textsIn(offer.wanted).some((text) => plain(text) === wanted),
    ),
    news: told.filter(({ name }) => plain(name) === wanted).map(({ entry }) => entry),
    names: [...names],
  };
}

const customerOf = ({ truth }: NewsEntry): string => (truth.topic === 'subscription' ? truth.customerName : '');

const isClosed = ({ referral }: LedgerEntry): boolean => referral.status === 'Closed';

async function* entries(store: Store, now: number): AsyncGenerator<LedgerEntry> {
  yield* await store.ledger.open();
  for (let after = ''; ;) {
    const page = await store.ledger.seenBefore(now + 1, after, pageSize);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.referralId;
  }
}

/** Every text in some JSON. */
const textsIn = (json: string): string[] =>
  (json.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map((text) => JSON.parse(text) as string);

/** Without capital letters, and without the full stop that the grammar takes for the end of a sentence. */
const plain = (name: string | null | undefined): string =>
  (name ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/[ .]+$/, '');
