import { accountStates } from './accountStates';
import type { CardState } from './cardState';
import { conversationStates } from './conversationStates';
import { referralListStates } from './referralListStates';
import { referralStates } from './referralStates';
import { warningStates } from './warningStates';

/** Every card in every state. */
export const cardStates: readonly CardState[] = [
  ...referralStates,
  ...warningStates,
  ...referralListStates,
  ...conversationStates,
  ...accountStates,
];
