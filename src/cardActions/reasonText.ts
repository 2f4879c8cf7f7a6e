import { declineReasons } from '../referrals/declineReasons';

const reasons: Readonly<Record<string, string>> = declineReasons;

/** The English text of a reason that was chosen on a card; undefined where none of the eight was. */
export const reasonText = (chosen: string | undefined): string | undefined =>
  chosen !== undefined && Object.hasOwn(reasons, chosen) ? reasons[chosen] : undefined;
