import { runChaos } from './support/runChaos';

const common = { arrivalsMs: 500 };

it.each([
  { ...common, engine: 'SQLite', replicas: 1, kills: 6, workMs: 700, limitMs: 6_000, seed: 'winter' },
  { ...common, engine: 'PostgreSQL', replicas: 3, kills: 6, workMs: 4_000, limitMs: 6_000, seed: 'storm' },
] as const)(
  '$kills kills of $replicas on $engine while Teams and Partner Center fail: every card, reminder and decision is there, once',
  async (plan) => {
    const said: string[] = [];
    const { found, counts, ids } = await runChaos(plan, (line) => said.push(line));
    expect({ found, said: found.length > 0 ? said : [] }).toEqual({ found: [], said: [] });
    expect(counts.kills).toBeGreaterThan(0);
    expect(counts.cards).toBe(3 * (ids.length - counts.unseen));
  },
  120_000,
);
