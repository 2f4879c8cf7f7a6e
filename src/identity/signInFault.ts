import { PartnerCenterError, type PartnerCenterErrorFacts } from '../partnerCenter/partnerCenterError';

/** What a person cannot solve by signing in. */
export type SignInFaultReason =
  /** The account or the company's rules forbid it. */
  | 'blocked'
  /** The app's own registration does not work. */
  | 'setup'
  /** Entra cannot be reached, or has a problem. */
  | 'unavailable';

/** A token could not be had, and no sign-in would bring one. */
export class SignInFault extends PartnerCenterError {
  constructor(
    readonly why: SignInFaultReason,
    facts: Pick<PartnerCenterErrorFacts, 'code' | 'cause'>,
  ) {
    const kind = why === 'unavailable' ? 'unavailable' : 'unauthenticated';
    super(`No token could be had: ${why} ${facts.code ?? ''}`, { ...facts, kind, call: 'sign-in' });
    this.name = 'SignInFault';
  }
}
