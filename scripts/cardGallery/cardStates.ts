import { accountStates } from './accountStates';
import type { CardState } from './cardState';
import { conversationStates } from './conversationStates';
import { newReferralStates } from './newReferralStates';
import { newsStates } from './newsStates';
import { digestStates } from './digestStates';
import { extremeStates } from './extremeStates';
import { foldedStates } from './foldedStates';
import { referralListStates } from './referralListStates';
import { referralStates } from './referralStates';
import { warningStates } from './warningStates';
import { watchingStates } from './watchingStates';

/** Every card in every state. */
export const cardStates: readonly CardState[] = [
  ...referralStates,
  ...warningStates,
  ...foldedStates,
  ...referralListStates,
  ...newReferralStates,
  ...conversationStates,
  ...accountStates,
  ...extremeStates,
  ...watchingStates,
  ...digestStates,
  ...newsStates,
];
