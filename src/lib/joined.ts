/** Work that several callers may ask for at the same time, and that is then done once for all of them. */
export class Joined<T> {
  private readonly underWay = new Map<string, Promise<T>>();

  /** Joins the work for this key that is under way, or begins it. */
  join(key: string, begin: () => Promise<T>): Promise<T> {
    const known = this.underWay.get(key);
    if (known) return known;
    const work = begin().finally(() => this.underWay.delete(key));
    this.underWay.set(key, work);
    return work;
  }
}
