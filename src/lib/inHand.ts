/** Work that goes on after its request was answered; stopping waits for it. */
export class InHand {
  private readonly work = new Set<Promise<unknown>>();

  /** @param work must not reject */
  add(work: Promise<unknown>): void {
    this.work.add(work);
    void work.finally(() => this.work.delete(work));
  }

  /** Resolves when nothing is left. */
  async settled(): Promise<void> {
    while (this.work.size > 0) await Promise.all(this.work);
  }
}
