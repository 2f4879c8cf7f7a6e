import { z } from 'zod/v4';
import type { CardAction, Press } from '../cardActions/cardAction';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';

const referralData = z.looseObject({ referralId: z.string().optional() });

/** Why a person may not press this, in a sentence; undefined where they may. */
export async function refusalOfPress(
  activity: TeamsActivity,
  press: Press,
  action: CardAction | undefined,
  data: unknown,
  { gate, desk }: ApplicationParts,
): Promise<string | undefined> {
  const { verb = 'unknown', right: needed = 'read' } = action ?? {};
  const right = typeof needed === 'function' ? needed(data, press, desk) : needed;
  const subject = referralData.safeParse(data).data?.referralId;
  return gate.refusal(activity, press, { door: 'press', action: verb, right, subject });
}
