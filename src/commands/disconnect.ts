import { z } from 'zod/v4';
import { markdownText } from '../cards/text/markdownText';
import { accountWords } from '../locales/accountWords';
import { command } from './command';
import { sayings } from './sayings';

/** `disconnect`: an administrator removes the stored sign-in of the account that watches. */
export const disconnectCommand = command({
  name: 'disconnect',
  title: 'disconnect',
  description: 'For administrators: removes the account that looks for new referrals.',
  example: 'disconnect',
  ...sayings.disconnect,
  changesState: true,
  right: 'administer',
  needs: [],
  parameters: z.object({}),
  async run(turn, _parameters, desk) {
    if ((await desk.watching.state()).kind === 'sandbox') return accountWords.connect.sandbox;
    const { person, conversation, referenceId } = turn;
    const removed = await desk.watching.disconnect({ ...person, conversationId: conversation.id, referenceId });
    const { done, none } = accountWords.disconnected;
    return removed ? done(markdownText(removed.accountName, 200)) : none;
  },
});
