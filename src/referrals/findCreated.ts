import { engagementFilter } from '../partnerCenter/engagementFilter';
import type { CallOptions, PartnerCenter } from '../partnerCenter/partnerCenter';
import { odataString } from '../partnerCenter/odataString';
import type { Referral } from '../partnerCenter/referral';
import { serviceTimeMs } from '../partnerCenter/serviceTime';
import type { TokenSource } from '../partnerCenter/tokenSource';

/** How far Partner Center's clock may be from ours, in ms. */
const clockDifferenceMs = 10 * 60_000;

/** What the referral was sent with whose answer was lost. */
export interface SentReferral {
  externalReferenceId: string;
  name: string;
  type: string;
  /** When it was sent, ms since the epoch. */
  sentAt: number;
  /** Whether a referral was known before that: people may use a reference of theirs for several. */
  isOlder(referralId: string): Promise<boolean>;
}

/**
 * The own referral that a POST has made whose answer was lost. The list cannot be filtered by the external reference, so the
 * latest of that type are looked at, back to when it was sent. Microsoft's copy of a pair has the same reference and is not
 * meant. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
 */
export async function findOwnReferral(
  partnerCenter: PartnerCenter,
  tokens: TokenSource,
  sent: SentReferral,
  options?: CallOptions,
): Promise<Referral | undefined> {
  const query = { filter: `type eq ${odataString(sent.type)}`, orderby: 'createdDateTime desc' } as const;
  const earliest = sent.sentAt - clockDifferenceMs;
  for await (const page of partnerCenter.listReferrals(tokens, query, options)) {
    const recent = page.filter(({ createdDateTime }) => (serviceTimeMs(createdDateTime) ?? sent.sentAt) >= earliest);
    for (const referral of recent) {
      if (isSent(referral, sent) && !(await sent.isOlder(referral.id))) return referral;
    }
    if (recent.length < page.length) return undefined;
  }
  return undefined;
}

/** The other party's referral of an engagement of ours; undefined where there is none. */
export async function findConnectedReferral(
  partnerCenter: PartnerCenter,
  tokens: TokenSource,
  own: { engagementId: string; referralId: string },
  options?: CallOptions,
): Promise<Referral | undefined> {
  const query = { filter: engagementFilter(own.engagementId) };
  for await (const page of partnerCenter.listReferrals(tokens, query, options)) {
    const found = page.find(({ id }) => id !== own.referralId);
    if (found) return found;
  }
  return undefined;
}

const isSent = (referral: Referral, { externalReferenceId, name }: SentReferral): boolean =>
  referral.externalReferenceId === externalReferenceId && referral.name === name && !isMicrosofts(referral);

const isMicrosofts = ({ organizationId, target }: Referral): boolean =>
  organizationId === 'msft' ||
  (target ?? []).some(({ type, id }) => type === 'BusinessProfileLocation' && id === 'msft');
