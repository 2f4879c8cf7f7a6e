import type { Sayable } from '../../src/commands/grammar/saying';
import { type Saying, sayings } from '../../src/commands/sayings';

export interface Declaration extends Sayable {
  name: string;
}

const spoken: Readonly<Record<string, string>> = {
  createReferral: 'create referral',
  quietHours: 'quiet hours',
  watchNews: 'watch news',
  signIn: 'sign in',
  signOut: 'sign out',
};
const changing = new Set([
  'sign in',
  'sign out',
  'watch',
  'watch news',
  'unwatch',
  'connect',
  'disconnect',
  'retry',
  'fold',
  'forget',
  'create referral',
]);

/** What the grammar needs of each command. */
export const declarations: readonly Declaration[] = Object.entries<Saying>(sayings).map(([key, saying]) => {
  const name = spoken[key] ?? key;
  return { name, ...saying, changesState: changing.has(name) };
});
