import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryFolder } from '../../../bench/support/temporaryFolder';
import type { DeliveryDeps } from '../../../src/delivery/deliverRow';
import { createDispatcher, type Dispatcher } from '../../../src/delivery/dispatcher';
import { type SendSync, startSendSync } from '../../../src/delivery/sendSync';
import { createThrottle, type Throttle } from '../../../src/delivery/throttle';
import { newId } from '../../../src/lib/ids';
import { createLog } from '../../../src/lib/log';
import { createMetrics } from '../../../src/lib/metrics';
import type { Referral } from '../../../src/partnerCenter/referral';
import { takeIn } from '../../../src/referrals/intake';
import { openStore } from '../../../src/storage/openStore';
import type { Store } from '../../../src/storage/store';
import { type FakeTeams, type Place, startFakeTeams } from '../../support/fakeTeams';
import { TestClock } from '../../support/testClock';
import { httpSender } from './httpSender';
import { plainCard } from './plainCard';
import { plainList } from './plainList';
import { plainNews } from './plainNews';
import { plainReminders } from './plainReminders';
import { TickingFetch } from './tickingFetch';

/** A database, a Teams and the dispatcher between them, on a clock that the test moves. */
export class DeliveryBench {
  readonly clock = new TestClock();
  readonly http = new TickingFetch();
  readonly folder = memoryFolder();
  readonly log = createLog('silent');
  /** What is answered when it is asked whether a referral may be shown. */
  mayShow: DeliveryDeps['mayShow'] = () => Promise.resolve(true);
  private processId = newId();
  private sync: SendSync = { catchUp: () => Promise.resolve(0) };
  private running: { stop: AbortController; ended: Promise<void> } | undefined;
  private ended = false;

  private constructor(
    public teams: FakeTeams,
    public store: Store,
    public dispatcher: Dispatcher,
    public throttle: Throttle,
  ) {}

  static async start(): Promise<DeliveryBench> {
    const unset = undefined as never;
    const bench = new DeliveryBench(unset, unset, unset, unset);
    bench.teams = await startFakeTeams({ now: () => bench.clock.now() });
    await bench.open();
    return bench;
  }

  /** A channel that the bot is in, with a watch unless told otherwise. */
  async channel(name: string, { watched = true, timeZone = null as string | null } = {}): Promise<Place> {
    const place = this.teams.places.addChannel(name);
    const { id, teamId } = place;
    const { serviceUrl, tenantId, bot } = this.teams;
    const at = this.clock.now();
    const rest = { serviceUrl, tenantId, name, teamId, botId: bot.id, locale: null, timeZone, installedAt: at };
    await this.store.conversations.save({ id, kind: 'channel', ...rest });
    if (watched) {
      const owner = { ownerId: 'megan', ownerName: 'Megan Bowen' };
      await this.store.watches.start({ id: newId(), conversationId: id, ...owner, startedAt: at });
    }
    return place;
  }

  /** What a look does with referrals, after the first look. */
  async takeIn(...referrals: Referral[]): Promise<void> {
    await this.takeInElsewhere(...referrals);
    this.dispatcher.wake();
  }

  /** The same in another process, which cannot wake this one. */
  async takeInElsewhere(...referrals: Referral[]): Promise<void> {
    await this.store.cursors.set('referrals.updatedDateTime', '2026-11-21T09:00:00Z');
    await this.store.transaction((tx) => takeIn(tx, referrals, this.clock.now()));
  }

  run(): void {
    const stop = new AbortController();
    this.ended = false;
    const ended = this.dispatcher.run(stop.signal).finally(() => {
      this.ended = true;
    });
    this.running = { stop, ended };
  }

  /** Tells the dispatcher to stop; resolves when it has. */
  async stop(options?: { held: number }): Promise<void> {
    if (!this.running) return;
    this.running.stop.abort();
    await this.until(() => this.ended, options);
    await this.running.ended;
    this.running = undefined;
  }

  /** Stops, closes the database, and starts anew on the same file. */
  async restart(): Promise<void> {
    await this.stop();
    await this.store.close();
    await this.open();
    this.run();
  }

  /** Moves the clock from one thing that waits to the next until `done`; nothing happens while a request is under way. */
  async until(done: () => unknown, { held = 0 } = {}): Promise<void> {
    for (let step = 0; step < 5000; step++) {
      await this.http.settled(held);
      if (done()) return;
      const next = this.clock.nextWake();
      if (next === undefined) throw new Error('Nothing happens any more');
      await this.clock.advance(next - this.clock.now());
    }
    throw new Error('It did not come to this');
  }

  /** Lets `ms` pass, one thing after the other. */
  async pass(ms: number, options?: { held?: number }): Promise<void> {
    const end = this.clock.now() + ms;
    await this.until(() => (this.clock.nextWake() ?? Infinity) > end, options);
    await this.clock.advance(end - this.clock.now());
    await this.http.settled(options?.held);
  }

  async close(): Promise<void> {
    await this.stop();
    await this.store.close();
    await this.teams.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A dispatcher on another view of the same database and of Teams, for what a test wants to go wrong in them. */
  dispatcherOn(store: Store, fetchHttp: typeof fetch = this.http.fetch): Dispatcher {
    const { clock, log, throttle } = this;
    const sender = httpSender(fetchHttp);
    return createDispatcher({
      store,
      sender,
      render: plainCard,
      renderList: plainList,
      mayShow: (...asked) => this.mayShow(...asked),
      reminders: plainReminders(store),
      news: plainNews,
      throttle,
      clock,
      log,
      processId: this.processId,
      sync: this.sync,
      random: () => 0,
      metrics: createMetrics(),
    });
  }

  private async open(): Promise<void> {
    const { clock, log } = this;
    this.store = await openStore({ databaseUrl: `sqlite:${join(this.folder, 'desk.db')}`, log, clock });
    this.throttle = createThrottle({ clock });
    this.processId = newId();
    const { store, throttle, processId } = this;
    this.sync = await startSendSync({ store, throttle, clock, processId, isSole: true });
    this.dispatcher = this.dispatcherOn(this.store);
  }
}
