import { z } from 'zod/v4';
import { connectCard } from '../cards/connectCards';
import { accountWords } from '../locales/accountWords';
import { command } from './command';
import { sayings } from './sayings';

/** `connect`: an administrator connects the account that watches. */
export const connectCommand = command({
  name: 'connect',
  title: 'connect',
  description: 'For administrators: connects the account that looks for new referrals.',
  example: 'connect',
  ...sayings.connect,
  changesState: true,
  right: 'administer',
  needs: [],
  parameters: z.object({}),
  async run(turn, _parameters, desk) {
    const words = accountWords.connect;
    if ((await desk.watching.state()).kind === 'sandbox') return words.sandbox;
    if (turn.conversation.kind !== 'personal') return words.elsewhere;
    const { person, conversation, referenceId } = turn;
    const url = await desk.watching.link({ ...person, conversationId: conversation.id, referenceId });
    return url === undefined ? words.noKey : connectCard(url);
  },
});
