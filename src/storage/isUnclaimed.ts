import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { clockToleranceMs } from './clockTolerance';

/**
 * The condition that a row's `claimedUntil` lets it be claimed: nobody has it, the claim has run out, or it lasts longer than any that could
 * be made now.
 * @param now ms since the epoch
 * @param until how long a claim that is made now lasts, ms since the epoch
 */
export const isUnclaimed = (now: number, until: number): RawBuilder<SqlBool> => {
  const claimedUntil = sql.ref<number | null>('claimedUntil');
  return sql`(${claimedUntil} is null or ${claimedUntil} <= ${now} or ${claimedUntil} > ${until + clockToleranceMs})`;
};
