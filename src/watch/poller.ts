import type { Clock } from '../lib/clock';
import type { Log } from '../lib/log';
import { annotate, span } from '../lib/span';
import type { PartnerCenter } from '../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { TokenSource } from '../partnerCenter/tokenSource';
import { type Intake, lookCursor } from '../referrals/intake';
import type { Store } from '../storage/store';
import { firstLook } from './firstLook';
import { look } from './look';
import { readOpen } from './readOpen';
import { HealthRecord, type WatchHealth } from './watchHealth';

/** Looks at Partner Center again and again. */
export interface Poller {
  /** Looks now, or joins the look that is under way. Rejects with what the look failed with. */
  lookNow(): Promise<Intake>;
  /** Looks after this call, whatever look is under way. */
  lookAfresh(): Promise<Intake>;
  /** Looks at every interval until `signal` aborts; no failure ends it. */
  run(signal: AbortSignal): Promise<void>;
  /** @param elsewhereAt when another process has looked, ms since the epoch */
  health(elsewhereAt?: number): WatchHealth;
}

export interface PollerDeps {
  partnerCenter: PartnerCenter;
  /** The service account's. */
  tokens: TokenSource;
  store: Store;
  clock: Clock;
  /** From the end of a look to the beginning of the next. */
  intervalMs: number;
  /** Whether Partner Center tells of changes by itself: then looks are five times as far apart. */
  isTold?: () => Promise<boolean>;
  log: Log;
  /** Called when something became owed to Teams. */
  onWork: () => void;
}

/** Between looks that only see to it that no event was missed, so many intervals pass. */
const toldIntervals = 5;
/** After failures the wait between looks grows to so many intervals. */
const longestWaitIntervals = 5;
const never = -Infinity;
/** How often a look is made by reading everything that waits for an answer, in ms. */
const openReadEveryMs = 3_600_000;
/** How long one call to Partner Center may take with its retries. */
const callTimeoutMs = 30_000;

/** Makes the poller; it does nothing until it is told to run or to look. */
export function createPoller({
  partnerCenter,
  tokens,
  store,
  clock,
  intervalMs,
  log,
  onWork,
  isTold,
}: PollerDeps): Poller {
  const health = new HealthRecord(clock.now(), intervalMs);
  let stopping = new AbortController();
  const deps = { partnerCenter, tokens, store, now: () => clock.now() };
  const options = () => ({ signal: stopping.signal, timeoutMs: callTimeoutMs });
  let underWay: Promise<Intake> | undefined;
  let settled = false;
  let openReadAt = never;
  /** What waits has been read since the last look, which alone sees what was answered. */
  let isLooksTurn = false;

  function noteSuccess(): void {
    if (health.succeeded(clock.now())) log.info('Partner Center can be read again');
  }

  async function lookOnce(): Promise<Intake> {
    try {
      const mark = await store.cursors.get(lookCursor);
      const taken = await (mark === undefined ? firstLook(deps, options()) : look(deps, mark, settled, options()));
      // The mark may also have moved over what an event or a press had taken in before.
      const stood = mark !== undefined && mark === (await store.cursors.get(lookCursor));
      settled = stood && taken.unknown + taken.changed === 0;
      // The first look of all reads everything that waits for an answer.
      if (mark === undefined) openReadAt = clock.now();
      noteSuccess();
      if (taken.unknown + taken.changed > 0) log.info(taken, 'referrals taken in');
      annotate(inNumbers(taken));
      if (taken.owed > 0) onWork();
      return taken;
    } catch (error) {
      if (!stopping.signal.aborted && health.failed(inWords(error), isForbidden(error))) {
        log.warn({ err: error }, 'referrals cannot be read');
      }
      throw error;
    }
  }

  function lookNow(): Promise<Intake> {
    underWay ??= span('look', {}, lookOnce).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function lookAfresh(): Promise<Intake> {
    await underWay?.catch(() => undefined);
    return lookNow();
  }

  /** Reads everything that waits for an answer: what is new is among it. False if that failed; it is made up for at the next interval. */
  async function readOpenNow(): Promise<boolean> {
    try {
      const { owed } = await span('read open referrals', {}, () => readOpen(deps, options()));
      openReadAt = clock.now();
      noteSuccess();
      if (owed > 0) onWork();
      return true;
    } catch (error) {
      if (!stopping.signal.aborted) log.warn({ err: error }, 'open referrals cannot be read');
      return false;
    }
  }

  /** The look of one interval: one call when nothing is new; once an hour it is the reading of what waits, a call for each of its pages. */
  async function lookInTurn(): Promise<void> {
    const isDue = Math.abs(clock.now() - openReadAt) >= openReadEveryMs;
    if (isDue && openReadAt !== never && !isLooksTurn && (await readOpenNow())) {
      isLooksTurn = true;
      return;
    }
    await lookNow();
    isLooksTurn = false;
    if (openReadAt === never) await readOpenNow();
  }

  /** How long to wait after a look that succeeded, in ms. */
  async function pace(): Promise<number> {
    const told = (await isTold?.().catch(() => false)) ?? false;
    const wait = told ? toldIntervals * intervalMs : intervalMs;
    health.expectEvery(wait);
    return wait;
  }

  /** How long to wait after a look that failed, in ms. */
  const waitAfter = (error: unknown): number => {
    const backOff = intervalMs * Math.min(2 ** (health.failures - 1), longestWaitIntervals);
    return Math.max(backOff, error instanceof PartnerCenterError ? (error.facts.retryAfterMs ?? 0) : 0);
  };

  async function run(signal: AbortSignal): Promise<void> {
    const current = new AbortController();
    stopping = current;
    signal.addEventListener('abort', () => current.abort(), { once: true });
    // Whoever looked meanwhile may have been another process.
    health.begin(clock.now());
    settled = false;
    openReadAt = never;
    while (!signal.aborted) {
      const wait = await lookInTurn().then(pace, waitAfter);
      await clock.sleep(wait, signal);
    }
  }

  return { lookNow, lookAfresh, run, health: (elsewhereAt) => health.at(clock.now(), elsewhereAt) };
}

/** For the span of a look. */
const inNumbers = ({ unknown, changed, owed }: Intake) => ({
  'partner_desk.referrals.new': unknown,
  'partner_desk.referrals.changed': changed,
  'partner_desk.delivery.owed': owed,
});

/** For an administrator: what kind of failure it is, never what the upstream said. */
function inWords(error: unknown): string {
  if (!(error instanceof PartnerCenterError)) return 'the look failed inside Partner Desk; the log says more';
  const { call, status } = error.facts;
  return `${error.kind} at ${call}${status === undefined ? '' : ` (HTTP ${status})`}`;
}

const isForbidden = (error: unknown): boolean => error instanceof PartnerCenterError && error.kind === 'forbidden';
