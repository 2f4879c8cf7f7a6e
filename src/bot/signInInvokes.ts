import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { AssertionRefused } from '../identity/assertion';
import { signInWords } from '../locales/signInWords';
import { SignInNeeded } from '../partnerCenter/signInNeeded';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';
import { showSignIn } from './askToSignIn';
import type { PendingItem } from './pendingWork';
import { say } from './say';
import { connectionName } from './signInCard';
import { placeOf, signerOf, type SignIns } from './signIns';
import { activityOf } from './turn';
import { unknownPerson } from './typed';

type Parts = ApplicationParts & { signIns: SignIns };

const exchangeValue = z.object({ id: z.string().min(1).max(200), token: z.string().min(1) });
const stateValue = z.object({ state: z.string().max(200) });
const failureValue = z.object({ code: z.string().max(100).catch('unknown') });

/** Teams brought a token for a sign-in card: the first of the person's clients counts, the others are thanked. */
export async function answerTokenExchange(context: TurnContext, parts: Parts): Promise<void> {
  const activity = activityOf(context);
  const person = signerOf(activity);
  const value = exchangeValue.safeParse(context.activity.value).data;
  if (!person || !value) return respond(context, 400);
  const claim = parts.signIns.exchanges.claim(value.id, person.id);
  if (claim === 'duplicate' || claim === 'foreign') return respond(context, 200);
  if (await isUsable(value.token, activity, person, parts)) {
    await respond(context, 200, exchanged(value.id));
    return goOn(activity, person.id, parts, claim === 'unknown');
  }
  // Teams then shows the button of the card: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
  return respond(context, 412, exchanged(value.id, signInWords.exchangeFailed));
}

/** A sign-in in a browser ended, and its code came back by itself. */
export async function answerVerifyState(context: TurnContext, parts: Parts): Promise<void> {
  const activity = activityOf(context);
  const person = signerOf(activity);
  const state = stateValue.safeParse(context.activity.value).data?.state;
  if (!person || state === undefined) return respond(context, 400);
  if (state === 'CancelledByUser') return respond(context, 200);
  const taken = await parts.signIns.people.redeem(state, person, placeOf(activity));
  await respond(context, taken ? 200 : 404);
  if (taken) return goOn(activity, person.id, parts, true);
  await say(activity, signInWords.wrongCode, parts);
}

/** The same code, typed. */
export async function answerTypedCode(context: TurnContext, code: string, parts: Parts): Promise<void> {
  const activity = activityOf(context);
  const person = signerOf(activity);
  if (!person) return say(activity, unknownPerson, parts);
  const taken = await parts.signIns.people.redeem(code, person, placeOf(activity));
  if (taken) return goOn(activity, person.id, parts, true);
  await say(activity, signInWords.wrongCode, parts);
}

/** Teams could not get a token by itself, and shows the person nothing of it: the button does. */
// https://microsoft.github.io/teams-sdk/teams/user-authentication/troubleshooting-sso
export async function answerSignInFailure(context: TurnContext, parts: Parts): Promise<void> {
  const activity = activityOf(context);
  const person = signerOf(activity);
  const code = failureValue.safeParse(context.activity.value).data?.code;
  parts.log.warn({ person: person?.id, code }, 'Teams could not sign a person in by itself');
  await respond(context, 200);
  if (!person || parts.signIns.pending.of(person.id).length === 0) return;
  await showSignIn(activity, new SignInNeeded('noToken'), parts, false, person);
}

/** Takes the token and has what waits for it; false where the person has to sign in with the button. */
async function isUsable(
  token: string,
  activity: TeamsActivity,
  person: { id: string; name: string },
  parts: Parts,
): Promise<boolean> {
  const { people, pending } = parts.signIns;
  try {
    await people.acceptFromTeams(token, person, placeOf(activity));
    for (const item of pending.of(person.id)) await item.prepare();
    return true;
  } catch (error) {
    if (error instanceof AssertionRefused) {
      parts.log.warn({ person: person.id, reason: error.reason }, 'a token from Teams was refused');
      return false;
    }
    if (error instanceof SignInNeeded) return error.tried;
    parts.log.error({ err: error, person: person.id }, 'a token from Teams could not be checked or exchanged');
    // It is told by what waits.
    return true;
  }
}

/** Does what waited for the sign-in, once, after the invoke was answered: Teams does not wait for it. */
async function goOn(activity: TeamsActivity, personId: string, parts: Parts, tellsAnyway: boolean): Promise<void> {
  const items = parts.signIns.pending.take(personId);
  if (items.length > 0) return parts.inHand.add(inOrder(items));
  if (tellsAnyway) await say(activity, signInWords.signedInAsk, parts);
}

async function inOrder(items: readonly PendingItem[]): Promise<void> {
  for (const item of items) await item.run();
}

const exchanged = (id: string, failureDetail?: string) => ({
  id,
  connectionName,
  failureDetail: failureDetail ?? null,
});

const respond = async (context: TurnContext, status: number, body?: object): Promise<void> =>
  void (await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } }));
