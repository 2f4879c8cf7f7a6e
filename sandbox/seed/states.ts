import { deadline } from '../referrals/expiry';
import type { ReferralResource } from '../referrals/referralResource';
import { toTimestamp } from '../referrals/timestamps';
import type { Random } from './random';

interface State {
  status: 'New' | 'Active' | 'Closed';
  substatus: string;
  /** How long ago such a referral came in, at least and at most. */
  hoursAgo: [number, number];
  /** Whether the partner's own deals can be in it: nobody has to answer those. */
  isForOwn: boolean;
}

const day = 24;

/** Every status with every substatus; of the waiting ones there are fresh, older and nearly expired ones. */
export const states: readonly State[] = [
  { status: 'New', substatus: 'Pending', hoursAgo: [1, 2 * day], isForOwn: false },
  { status: 'New', substatus: 'Pending', hoursAgo: [13 * day, 14 * day - 2], isForOwn: false },
  { status: 'New', substatus: 'Received', hoursAgo: [4 * day, 10 * day], isForOwn: false },
  { status: 'Active', substatus: 'Accepted', hoursAgo: [2 * day, 40 * day], isForOwn: true },
  { status: 'Active', substatus: 'Accepted', hoursAgo: [60 * day, 200 * day], isForOwn: true },
  { status: 'Closed', substatus: 'Won', hoursAgo: [40 * day, 300 * day], isForOwn: true },
  { status: 'Closed', substatus: 'Lost', hoursAgo: [40 * day, 300 * day], isForOwn: true },
  { status: 'Closed', substatus: 'Declined', hoursAgo: [3 * day, 90 * day], isForOwn: false },
  { status: 'Closed', substatus: 'Expired', hoursAgo: [15 * day, 120 * day], isForOwn: false },
];

const reasons: Record<string, string[] | undefined> = {
  Lost: ['Chose another vendor', 'Budget insufficient: moved to next fiscal year', 'Customer not responding'],
  Declined: ['Requirements not met', 'Timeline too short', 'Not a customer: student looking for free licences'],
};

/** Brings a freshly invented referral into the state, with the times that go with it, all before `now` (ms, UTC). */
export function toState(referral: ReferralResource, { status, substatus }: State, now: number, random: Random) {
  if (status === 'New') return { ...referral, status, substatus };
  const created = Date.parse(referral.createdDateTime);
  const expired = deadline({ ...referral, status: 'New' }) ?? now;
  const between = (from: number) => from + Math.floor((now - from) * (0.05 + 0.4 * random.next()));
  const ticks = random.between(0, 9999);
  const wasAccepted = ['Accepted', 'Won', 'Lost'].includes(substatus);
  const isIncoming = referral.direction === 'Incoming';
  const accepted = isIncoming ? created + Math.min(between(created) - created, 5 * 24 * 60 * 60 * 1000) : created;
  const last = substatus === 'Expired' ? expired : between(accepted);
  return {
    ...referral,
    status,
    substatus,
    statusReason: reasons[substatus] ? random.pick(reasons[substatus]) : null,
    acceptedDateTime: wasAccepted ? toTimestamp(accepted, ticks) : null,
    closedDateTime: status === 'Closed' ? toTimestamp(last, ticks) : null,
    updatedDateTime: toTimestamp(last, ticks),
  };
}
