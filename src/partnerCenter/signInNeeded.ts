import { PartnerCenterError } from './partnerCenterError';

/** Why a person has to sign in. */
export type SignInReason =
  /** Nothing of the person is held. */
  | 'noToken'
  /** What was held has run out. */
  | 'expired'
  /** Nobody has yet agreed that this app acts in Partner Center on the person's behalf. */
  | 'consent'
  /** Multi-factor authentication is wanted. */
  | 'mfa'
  /** Conditional access wants more; `claims` says what. */
  | 'claims'
  /** Partner Center or Entra no longer accept the sign-in. */
  | 'refused';

/** What a sign-in has to bring, and whether one was tried. */
export interface SignInWish {
  /** The claims challenge, to be passed on as it is. */
  claims?: string | undefined;
  /** A sign-in in a browser a moment ago did not help, so that another one is not asked for. */
  tried?: boolean;
  call?: string;
  cause?: unknown;
}

const exchangeCall = 'sign-in';

/** There is no token for a person, and a sign-in may bring one. */
export class SignInNeeded extends PartnerCenterError {
  readonly claims: string | undefined;
  readonly tried: boolean;

  constructor(
    readonly why: SignInReason,
    { claims, tried = false, call = exchangeCall, cause }: SignInWish = {},
  ) {
    const kind = why === 'mfa' || why === 'claims' ? 'mfaRequired' : 'unauthenticated';
    super(`A sign-in is needed: ${why}`, { kind, call, cause });
    this.name = 'SignInNeeded';
    this.claims = claims;
    this.tried = tried;
  }

  /** Whether Entra refused the exchange, or there was nothing to exchange; false where Partner Center refused the token. */
  get isExchange(): boolean {
    return this.facts.call === exchangeCall;
  }

  /** Whether Teams can bring a token by itself, without the person. */
  get isSilent(): boolean {
    return this.why === 'noToken' || this.why === 'expired';
  }
}
