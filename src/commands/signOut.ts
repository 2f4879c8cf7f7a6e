import { z } from 'zod/v4';
import { signInWords } from '../locales/signInWords';
import { command } from './command';
import { sayings } from './sayings';

/** `sign out`: forgets the person's sign-in, every token that came of it, and what was read with them. */
export const signOutCommand = command({
  name: 'sign out',
  title: 'sign out',
  description: 'Forgets your sign-in and your tokens.',
  example: 'sign out',
  ...sayings.signOut,
  changesState: true,
  right: 'nothing',
  needs: [],
  parameters: z.object({}),
  async run(turn, _parameters, desk) {
    desk.customerMemory.forget(turn.tokens.who);
    for (const list of Object.values(desk.lists)) list.forgetPerson(turn.person.id);
    const place = { conversationId: turn.conversation.id, referenceId: turn.referenceId };
    const was = await desk.signOut(turn.person, place);
    return was ? signInWords.signedOut : signInWords.notSignedIn;
  },
});
