import { z } from 'zod/v4';
import { signInWords } from '../locales/signInWords';
import { command } from './command';
import { sayings } from './sayings';

/** `sign in`: nothing but what every other command does first; afterwards it says as whom. */
export const signInCommand = command({
  name: 'sign in',
  title: 'sign in',
  description: 'Signs you in to Partner Center.',
  example: 'sign in',
  ...sayings.signIn,
  changesState: true,
  right: 'nothing',
  needs: ['referrals'],
  parameters: z.object({}),
  run: async (turn) => signInWords.signedIn(await turn.email()),
});
