import type { Clock } from '../lib/clock';
import { PagedList, type PartOfList } from './pagedList';

interface Remembered<T> {
  list: PagedList<T>;
  /** ms, UTC. */
  begunAt: number;
}

/** How long a list is paged through as it was read, in ms. */
const keptMs = 10 * 60_000;
const mostLists = 100;
/** Things in all lists together. */
const mostItems = 100_000;

/**
 * The lists that people are paging through, so that a continuation of Partner Center never leaves the process: a card only
 * says which page it wants. Each list was read with its person's token and is given to nobody else; what is forgotten is
 * read anew.
 */
export class ListMemory<T> {
  private readonly lists = new Map<string, Remembered<T>>();

  /** @param keptFor ms */
  constructor(
    private readonly clock: Clock,
    private readonly keptFor = keptMs,
  ) {}

  /**
   * At least the first `count` things of the list that `question` asks for, or all.
   * @param asked anew: what is remembered is not used
   * @param read begins to read it with the person's own token
   */
  async read(
    asked: { personId: string; question: object; anew: boolean },
    count: number,
    read: () => AsyncIterable<readonly T[]>,
  ): Promise<PartOfList<T>> {
    const key = keyOf(asked);
    this.forget();
    const known = asked.anew ? undefined : this.lists.get(key);
    const { list, begunAt } = known ?? {
      list: new PagedList(read()[Symbol.asyncIterator]()),
      begunAt: this.clock.now(),
    };
    // The one that was used last stands last.
    this.lists.delete(key);
    this.lists.set(key, { list, begunAt });
    try {
      return await list.upTo(count);
    } catch (error) {
      if (this.lists.get(key)?.list === list) this.lists.delete(key);
      throw error;
    }
  }

  /** Forgets the lists of a person. */
  forgetPerson(personId: string): void {
    const beginning = JSON.stringify([personId]).slice(0, -1);
    for (const key of this.lists.keys()) if (key.startsWith(beginning)) this.lists.delete(key);
  }

  private forget(): void {
    const now = this.clock.now();
    for (const [key, { begunAt }] of this.lists) if (now - begunAt > this.keptFor) this.lists.delete(key);
    let items = [...this.lists.values()].reduce((sum, { list }) => sum + list.size, 0);
    for (const [key, { list }] of this.lists) {
      if (this.lists.size < mostLists && items <= mostItems) return;
      this.lists.delete(key);
      items -= list.size;
    }
  }
}

/** The person together with the question; what is undefined is not part of it. */
function keyOf({ personId, question }: { personId: string; question: object }): string {
  const parts = Object.entries(question).filter(([, value]) => value !== undefined);
  return JSON.stringify([personId, ...parts.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}
