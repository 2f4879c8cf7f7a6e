import { newReferralAnswer } from '../commands/newReferralAnswer';
import { dialogWords as words } from '../locales/dialogWords';
import type { MessageAction } from './messageAction';
import { messageNotes } from './messageNotes';

/** Opens the form for a new referral with the message in its notes. */
export const createReferralFromMessage: MessageAction = {
  id: 'createReferralFromMessage',
  title: words.title,
  description: words.description,
  needs: [],
  right: 'decide',
  open: (turn, message, desk) => newReferralAnswer(turn, desk, { notes: messageNotes(message) }),
};
