import { copyFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { TickingFetch } from '../../delivery/support/tickingFetch';
import { startDesk, type TestDesk } from '../../support/desk';
import type { Place } from '../../support/fakeTeams';
import { TestClock } from '../../support/testClock';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const lookEveryMs = 20_000;
/** Of every day, UTC: in whatever season, all that is to happen in the two channels falls on one of them. */
const hoursLookedAt = [1, 6, 7, 8, 12, 13, 14, 17, 19, 21];

const nextDue = `select min(at) as at from
  (select due_at as at from outbox where state = 'owed' union select look_at from warnings where look_at is not null)`;

/** A day of the run, from 0, and a time of it, UTC. */
type Moment = readonly [day: number, utc: string];
/** What somebody does, and when. */
export type Script = readonly (readonly [...Moment, act: () => unknown])[];

/** The whole desk with two channels in different time zones, on a clock that goes from hour to hour. */
export class SixteenDays {
  private readonly ids = new Map<string, string>();
  private readonly whenRead = new Map<string, () => void>();
  private readonly whenSent = new Map<string, () => void>();
  private database: string | undefined;

  private constructor(
    readonly desk: TestDesk,
    private readonly startedAt: number,
    private readonly traffic: TickingFetch,
    readonly stockholm: Place,
    readonly newYork: Place,
  ) {
    this.database = desk.databaseUrl;
  }

  /** @param midnight of the first day, UTC */
  static async start(midnight: string): Promise<SixteenDays> {
    const traffic = new TickingFetch();
    let run: SixteenDays | undefined;
    const desk = await startDesk({
      clock: new TestClock(Date.parse(midnight)),
      env: { POLL_INTERVAL_SECONDS: String(lookEveryMs / 1_000) },
      fetch: (input, init) => {
        run?.overhear(
          input instanceof Request ? input.url : input.toString(),
          typeof init?.body === 'string' ? init.body : '',
        );
        return traffic.fetch(input, init);
      },
    });
    const newYork = { ...desk.teams.places.addChannel('Americas'), timeZone: 'America/New_York' };
    run = new SixteenDays(desk, desk.clock.now(), traffic, desk.channel, newYork);
    for (const place of [run.stockholm, run.newYork]) {
      await desk.teams.say({ by: desk.megan, in: place }, 'watch');
      await desk.teams.say({ by: desk.megan, in: place }, 'digest daily at 9:00');
    }
    const quiet = { quietFrom: '20:00', quietUntil: '08:00' };
    await desk.teams.press({ by: desk.megan, in: run.stockholm }, '1', 'quiet.set', quiet, {});
    return run;
  }

  /** Goes on through the days, and does at each moment what the script says. */
  async play(script: Script, ...until: Moment): Promise<void> {
    const acts = script.map(([day, utc, act]) => ({ at: this.at(day, utc), act })).toSorted((a, b) => a.at - b.at);
    const { clock } = this.desk;
    while (clock.now() < this.at(...until)) {
      const hour = nextHour(clock.now());
      const at = Math.min(hour, acts[0]?.at ?? hour);
      await clock.jump(Math.max(0, at - clock.now()));
      await this.traffic.settled();
      while (acts[0] && acts[0].at <= at) await acts.shift()?.act();
      await this.traffic.settled();
      await this.settle();
      // The look of an hour may be that for what waits; the next one sees what was answered.
      if (at === hour) await this.look();
    }
  }

  arrive(name: string, ...expires: Moment): void {
    const expirationDateTime = new Date(this.at(...expires)).toISOString();
    const facts = { customerProfile: { name }, team: [], expirationDateTime };
    const [referral] = this.desk.sandbox.world.referrals.arrive(facts);
    this.ids.set(name, referral?.id ?? '');
  }

  /** Somebody else accepts it, in Partner Center. */
  accept(name: string): void {
    const accepted = { status: 'Active', substatus: 'Accepted' };
    this.desk.sandbox.world.referrals.changeInPortal(this.ids.get(name) ?? '', accepted);
  }

  /** Somebody else accepts it at the moment when the bot next asks for it by its id. */
  acceptWhenRead(name: string): void {
    this.whenRead.set(`/${this.ids.get(name)}`, () => this.accept(name));
  }

  /** Somebody else accepts it while the next message about it is on its way. */
  acceptWhenSent(name: string): void {
    this.whenSent.set(`"summary":"${name}: `, () => this.accept(name));
  }

  /** Presses a button of the latest message about a referral; gives the answer. */
  async press(name: string, place: Place, verb: string): Promise<string> {
    const { teams, megan } = this.desk;
    const referralId = this.ids.get(name) ?? '';
    const card = teams.cards(place.id).findLast((one) => JSON.stringify(one.card).includes(referralId));
    const answer = await teams.press({ by: megan, in: place }, card?.activityId ?? '', verb, {}, { referralId });
    return JSON.stringify(answer.body?.value);
  }

  /** The process is killed while it sends a card: what is left of it is its database as it is at that moment. Gives what starts it again. */
  async kill(): Promise<() => Promise<void>> {
    const { desk } = this;
    const sending = desk.teams.fault({ method: 'POST', hold: 'beforeAccepting', cut: 'beforeAccepting' });
    await desk.clock.jump(30_000);
    await sending.held;
    const copy = `${desk.databaseUrl}.killed`;
    for (const end of ['', '-wal']) copyFileSync(pathOf(desk.databaseUrl) + end, pathOf(copy) + end);
    this.database = undefined;
    const stopped = desk.app.stop();
    sending.release();
    await stopped;
    sending.remove();
    return async () => {
      await desk.start({ DATABASE_URL: copy });
      this.database = copy;
    };
  }

  /** Of every referral, or digest, what a channel was told at first, in order, with the time by the clocks there. */
  told(place: Place): Record<string, string> {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: place.timeZone ?? 'Europe/Stockholm',
      ...({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
    });
    const told: Record<string, string[]> = {};
    for (const { conversationId, versions, replyTo, postedAt } of this.desk.teams.posts.all) {
      const { summary = '' } = versions[0] ?? {};
      const [, digest] = /^Daily digest: (.*)/.exec(summary) ?? [];
      const about = digest === undefined ? [...this.ids.keys()].find((name) => summary.includes(name)) : 'digest';
      if (conversationId !== place.id || about === undefined) continue;
      const said = replyTo === undefined ? 'card' : /Nobody|Expired|\d+ days left|hours left/.exec(summary)?.[0];
      (told[about] ??= []).push(`${clock.format(postedAt).replace(',', '')} ${digest ?? said}`);
    }
    return Object.fromEntries(Object.entries(told).map(([about, messages]) => [about, messages.join(', ')]));
  }

  private at(day: number, utc: string): number {
    const [hours = 0, minutes = 0, seconds = 0] = utc.split(':').map(Number);
    return this.startedAt + day * dayMs + hours * hourMs + minutes * 60_000 + seconds * 1_000;
  }

  private async look(): Promise<void> {
    await this.desk.clock.jump(lookEveryMs);
    await this.traffic.settled();
    await this.settle();
  }

  /** Lets be sent what is due within half a minute, also what failed before. */
  private async settle(): Promise<void> {
    const { clock } = this.desk;
    const end = clock.now() + 30_000;
    for (let at = this.owedAt(); at !== null && Math.max(at, clock.now()) < end; at = this.owedAt()) {
      await clock.jump(Math.max(at - clock.now(), 500));
      await this.traffic.settled();
    }
  }

  private owedAt(): number | null {
    if (this.database === undefined) return null;
    const database = new SqliteDatabase(pathOf(this.database), { readonly: true });
    const { at } = database.prepare(nextDue).get() as { at: number | null };
    database.close();
    return at;
  }

  private overhear(url: string, body: string): void {
    const happening = [
      ...[...this.whenRead].filter(([path]) => url.endsWith(path)),
      ...[...this.whenSent].filter(([start]) => body.includes(start)),
    ];
    for (const [key, act] of happening) {
      this.whenRead.delete(key);
      this.whenSent.delete(key);
      act();
    }
  }
}

const pathOf = (databaseUrl: string): string => databaseUrl.replace('sqlite:', '');

function nextHour(now: number): number {
  const day = Math.floor(now / dayMs) * dayMs;
  const hour = hoursLookedAt.find((utc) => day + utc * hourMs > now);
  return hour === undefined ? day + dayMs + hourMs : day + hour * hourMs;
}
