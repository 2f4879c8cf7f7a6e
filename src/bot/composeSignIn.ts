import type { Turn } from '../commands/turn';
import { signInWords } from '../locales/signInWords';
import type { SignInNeeded } from '../partnerCenter/signInNeeded';
import type { ApplicationParts } from './application';
import { composeMessage } from './composeMessage';

/**
 * What Teams signs a person in with who uses the message extension: by itself first, else with a button. It then sends the
 * same again. https://learn.microsoft.com/en-us/microsoftteams/platform/messaging-extensions/how-to/add-authentication
 */
export function composeSignIn(
  turn: Turn | undefined,
  needed: SignInNeeded,
  { signIns }: ApplicationParts,
  mayBeSilent: boolean,
): object {
  if (!turn || !signIns) return composeMessage(signInWords.pressAgain);
  const action = { type: 'openUrl', title: signInWords.title, value: signIns.people.link(turn.person) };
  const type = mayBeSilent && needed.isSilent ? 'silentAuth' : 'auth';
  return { composeExtension: { type, suggestedActions: { actions: [action] } } };
}
