import type { Random } from '../../sandbox/seed/random';
import { SendError, type Sender } from '../../src/delivery/sender';
import type { Clock } from '../../src/lib/clock';
import { DocumentedLimits } from './documentedLimits';

/** A Teams that refuses what exceeds its documented limits and lets a share of the calls fail; it takes a moment for each. */
export class LimitedTeams implements Sender {
  /** How many calls were answered with 429. */
  throttled = 0;
  /** How many cards each conversation got. */
  readonly posted = new Map<string, number>();
  private readonly limits = new DocumentedLimits();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    /** 0 to 1 */
    private readonly failing: number,
  ) {}

  get cards(): number {
    return [...this.posted.values()].reduce((sum, count) => sum + count, 0);
  }

  async post({ id }: { id: string }): Promise<{ activityId: string }> {
    await this.clock.sleep(this.random.between(20, 120));
    const now = this.clock.now();
    const opensAt = this.limits.opensAt(id);
    if (opensAt > now) {
      this.throttled += 1;
      throw new SendError('429', { kind: 'throttled', status: 429, retryAfterMs: opensAt - now });
    }
    this.limits.take(id, now);
    if (this.random.chance(this.failing)) throw new SendError('503', { kind: 'temporary', status: 503 });
    this.posted.set(id, (this.posted.get(id) ?? 0) + 1);
    return { activityId: `${id} ${this.posted.get(id)}` };
  }

  update(): Promise<void> {
    return Promise.reject(new Error('Nothing has changed'));
  }

  reply(): Promise<void> {
    return Promise.reject(new Error('Nobody is reminded'));
  }
}
