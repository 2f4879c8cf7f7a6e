import type { Sayable } from '../../src/commands/grammar/saying';
import { type Saying, sayings } from '../../src/commands/sayings';

export interface Declaration extends Sayable {
  name: string;
}

const changing = new Set(['watch', 'unwatch', 'connect', 'disconnect', 'create referral']);

/** What the grammar needs of each command. */
export const declarations: readonly Declaration[] = Object.entries<Saying>(sayings).map(([key, saying]) => {
  const name = key === 'createReferral' ? 'create referral' : key;
  return { name, ...saying, changesState: changing.has(name) };
});
