/** How many events are remembered: at the documented pace of webhooks many days. */
const mostSeen = 10_000;

/** Remembers which events came, the latest ones, as long as this process lives. */
export class SeenEvents {
  private readonly keys = new Set<string>();

  /** True the first time that a key comes. */
  add(key: string): boolean {
    if (this.keys.has(key)) return false;
    const [oldest] = this.keys;
    if (oldest !== undefined && this.keys.size >= mostSeen) this.keys.delete(oldest);
    this.keys.add(key);
    return true;
  }
}
