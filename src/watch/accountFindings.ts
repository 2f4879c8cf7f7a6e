import type { AccountFindings } from '../identity/connectSteps';
import type { Log } from '../lib/log';
import type { CallOptions, PartnerCenter } from '../partnerCenter/partnerCenter';
import { PartnerCenterError } from '../partnerCenter/partnerCenterError';
import type { ReadingTokens } from '../partnerCenter/tokenSource';
import { referralFilters } from '../referrals/referralFilters';

/** How long each question may take, in ms: a person waits in front of a page. */
const options: CallOptions = { timeoutMs: 8_000 };

/** Looks with an account's tokens before it is connected: whether it will be refused, and what it can see. */
export async function accountFindings(
  partnerCenter: PartnerCenter,
  tokens: ReadingTokens,
  log: Log,
): Promise<AccountFindings> {
  const mfa = await partnerCenter.checkMfa(tokens, options).catch((error: unknown) => {
    log.info({ err: error }, 'Partner Center does not say whether the sign-in was with a second factor');
    return undefined;
  });
  if (mfa === false) return { mfa, referrals: 'unknown' };
  try {
    return { mfa: mfa ?? null, referrals: await openReferrals(partnerCenter, tokens) };
  } catch (error) {
    log.info({ err: error }, 'referrals could not be read before an account was connected');
    const kind = error instanceof PartnerCenterError ? error.kind : undefined;
    if (kind === 'mfaRequired') return { mfa: false, referrals: 'unknown' };
    return { mfa: mfa ?? null, referrals: kind === 'forbidden' ? 'noRole' : 'unknown' };
  }
}

/** How many wait for an answer on the first page, and whether there are more. */
async function openReferrals(partnerCenter: PartnerCenter, tokens: ReadingTokens) {
  const query = { filter: referralFilters.unanswered, orderby: 'createdDateTime desc' } as const;
  let open: number | undefined;
  for await (const page of partnerCenter.listReferrals(tokens, query, options)) {
    if (open !== undefined) return { open, more: true };
    open = page.length;
  }
  return { open: open ?? 0, more: false };
}
