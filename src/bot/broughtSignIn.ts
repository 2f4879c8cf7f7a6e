import { z } from 'zod/v4';
import { AssertionRefused } from '../identity/assertion';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';
import { placeOf, signerOf } from './signIns';

const broughtValue = z.looseObject({
  authentication: z
    .looseObject({ token: z.string().min(1) })
    .nullish()
    .catch(undefined),
  state: z.string().max(200).nullish().catch(undefined),
});

/** What a press or a search that Teams sent again brought with it. */
export type Brought =
  | { kind: 'nothing' | 'token' | 'code' }
  /** Not taken: Teams is to fall back to its button. */
  | { kind: 'refused' };

/**
 * Takes the token or the code that came with an invoke. What is wrong with Entra itself is left to what needs the token.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/sso-adaptive-cards-universal-action
 */
export async function takeBrought(activity: TeamsActivity, value: unknown, parts: ApplicationParts): Promise<Brought> {
  const person = signerOf(activity);
  const { authentication, state } = broughtValue.safeParse(value).data ?? {};
  if (!parts.signIns || !person) return { kind: 'nothing' };
  const { people } = parts.signIns;
  if (authentication) {
    try {
      await people.acceptFromTeams(authentication.token, person, placeOf(activity));
      return { kind: 'token' };
    } catch (error) {
      parts.log.warn({ person: person.id, err: error }, 'a token from Teams was not taken');
      return { kind: error instanceof AssertionRefused ? 'refused' : 'token' };
    }
  }
  if (!state || state === 'CancelledByUser') return { kind: 'nothing' };
  return { kind: (await people.redeem(state, person, placeOf(activity))) ? 'code' : 'refused' };
}
