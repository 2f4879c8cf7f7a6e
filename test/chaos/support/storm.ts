import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../../sandbox/seed/random';
import type { ActiveFault, TeamsFault } from '../../support/teams/faults';
import type { Scene } from './scene';

/** How often something goes wrong with a call. */
const share = 0.15;
const tickMs = 50;
/** What the bot sends; reading rosters is not what this is about. */
const sends = /\/activities|\/v3\/conversations$/;

/** Lets Teams and Partner Center fail at random until `signal` aborts; gives how many failures of which kind were laid out. */
export async function storm(scene: Scene, signal: AbortSignal): Promise<Map<string, number>> {
  const random = scene.random('storm');
  const counts = new Map<string, number>();
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const { teams, sandbox } = scene;
  const active: { fault: ActiveFault; until: number }[] = [];
  let seen = 0;
  while (!signal.aborted) {
    await wait(tickMs);
    for (; seen < teams.requests.length; seen++) {
      if (!random.chance(share)) continue;
      const [kind, fault] = teamsFault(random);
      count(`Teams: ${kind}`);
      // Released before or after the product has lost its patience with it.
      active.push({
        fault: teams.fault({ times: 1, path: sends, ...fault }),
        until: Date.now() + random.between(200, 18_000),
      });
    }
    for (const past of active.splice(0)) {
      if (Date.now() < past.until) active.push(past);
      else past.fault.remove();
    }
    if (random.chance(tickMs / 2_500)) count(`Partner Center: ${addPartnerCenterFault(scene, random, 'referrals')}`);
  }
  for (const { fault } of active) fault.remove();
  sandbox.world.faults.clear();
  return counts;
}

/** Lays out a failure for the next call of that path; gives its kind. */
export function addPartnerCenterFault({ sandbox }: Scene, random: Random, path: string, method?: string): string {
  const kinds = {
    '429': { status: 429, retryAfterSeconds: 1 },
    '500': { status: 500 },
    '503': { status: 503 },
    hang: { delayMs: random.between(1_000, 20_000) },
    'cut before accepting': { cut: 'before' },
    'cut after accepting': { cut: 'afterProcessing' },
    'cut in the answer': { cut: 'midBody' },
  } as const;
  const kind = random.pick(Object.keys(kinds) as (keyof typeof kinds)[]);
  sandbox.world.faults.add({ path, times: 1, ...(method ? { method } : {}), ...kinds[kind] });
  return kind;
}

function teamsFault(random: Random): [string, TeamsFault] {
  return random.pick<[string, TeamsFault]>([
    ['429', { status: 429, code: 'TooManyRequests', retryAfterSeconds: random.between(1, 3) }],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['412', { status: 412 }],
    ['hang before accepting', { hold: 'beforeAccepting' }],
    ['hang after accepting', { hold: 'afterAccepting' }],
    ['cut before accepting', { cut: 'beforeAccepting' }],
    ['cut after accepting', { cut: 'afterAccepting' }],
  ]);
}
