/** What of a list is known so far. */
export interface PartOfList<T> {
  items: readonly T[];
  /** Whether that is all of it. */
  complete: boolean;
}

/** A list that is read page after page, as far as somebody looks, and never read twice. */
export class PagedList<T> {
  private readonly items: T[] = [];
  private complete = false;
  private reading: Promise<unknown> = Promise.resolve();

  constructor(private readonly pages: AsyncIterator<readonly T[], unknown>) {}

  /** How much it holds. */
  get size(): number {
    return this.items.length;
  }

  /** Reads until it has `count` items or its end. Rejects with what the service said; the list is of no use after that. */
  async upTo(count: number): Promise<PartOfList<T>> {
    // Two people's presses, or one's two, must not pull at the same moment.
    const read = this.reading.then(() => this.pull(count));
    this.reading = read.catch(() => undefined);
    await read;
    return { items: this.items, complete: this.complete };
  }

  private async pull(count: number): Promise<void> {
    while (!this.complete && this.items.length < count) {
      const next = await this.pages.next();
      if (next.done) this.complete = true;
      else this.items.push(...next.value);
    }
  }
}
