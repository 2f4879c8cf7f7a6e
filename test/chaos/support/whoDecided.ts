import type { Press } from './press';
import type { Scene } from './scene';

/** What ended the wait of a referral, as Partner Center itself knows it. */
export interface Ending {
  how: 'api' | 'portal' | 'expired';
  /** The name of who did it. */
  by: string;
  verb: Press['verb'] | undefined;
}

/** How a referral stopped waiting for an answer; undefined while it waits. */
export function whoDecided({ sandbox }: Scene, referralId: string): Ending | undefined {
  const { referrals } = sandbox.world;
  const [first] = referrals.history(referralId).filter(({ how }) => how !== 'arrived' && how !== 'created');
  if (!first) return undefined;
  const verbs: Record<string, Press['verb']> = { Accepted: 'referral.accept', Declined: 'referral.decline' };
  return {
    how: first.how as Ending['how'],
    by: first.by,
    verb: verbs[String(referrals.find(referralId)?.substatus)],
  };
}

/** A process that lived so many ms after Partner Center's answer to a PATCH has written it down. */
const writtenWithinMs = 5_000;

/** Whether the answer to the PATCH that decided reached a process that lived to write it down: then it is proven whose it was. */
export function isProven(
  { sandbox, deciders }: Scene,
  referralId: string,
  by: string,
  presses: readonly Press[],
): boolean {
  const who = deciders.find(({ name }) => name === by)?.aadObjectId;
  const answered = sandbox.world
    .requests()
    .find(
      ({ method, path, who: caller, status, fault }) =>
        method === 'PATCH' && path.endsWith(`/${referralId}`) && caller === who && status === 200 && fault === null,
    );
  if (!answered?.endedAt) return false;
  const at = Date.parse(answered.endedAt);
  return presses
    .filter((press) => press.by.name === by)
    .every(({ replica }) => !replica.deaths.some((death) => death >= at && death < at + writtenWithinMs));
}
