import { OnBehalfOfCredential } from '@azure/identity';
import type { AppRegistration } from '../config/registrations';
import type { Clock } from '../lib/clock';
import { span } from '../lib/span';
import type { Audience } from '../partnerCenter/tokenSource';
import { azureOptions, type AppCredential } from './appCredential';
import type { Token } from './cachedToken';
import { explainExchange } from './explainExchange';
import { SignInFault } from './signInFault';

/** Exchanges a person's assertion for a token of one audience. Rejects with a SignInNeeded or a SignInFault. */
export type Exchange = (assertion: string, audience: Audience) => Promise<Token>;

/** What a token of each audience is asked for with; one request never names both. */
// https://learn.microsoft.com/en-us/partner-center/developer/partner-center-authentication
export const scopeOf: Readonly<Record<Audience, string>> = {
  referrals: 'https://api.partner.microsoft.com/user_impersonation',
  'partner-center': 'https://api.partnercenter.microsoft.com/user_impersonation',
};

/** How long Entra may take to answer, in ms. */
const answerTimeoutMs = 8_000;

/** The on-behalf-of exchange: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-on-behalf-of-flow */
export function onBehalfOf(app: AppRegistration, credential: AppCredential, clock: Clock): Exchange {
  const options = { ...azureOptions(app, credential), retryOptions: { maxRetries: 1 } };
  return async (assertion, audience) => {
    // A credential of its own each time: nothing of one person lies where another's exchange could find it.
    const person = credentialOf(options, assertion);
    const abortSignal = AbortSignal.timeout(answerTimeoutMs);
    try {
      const { token, expiresOnTimestamp } = await span(
        'token on_behalf_of',
        { 'partner_desk.token.audience': audience },
        () => person.getToken(scopeOf[audience], { abortSignal }),
        'client',
      );
      // The library reckons by the machine's clock.
      return { token, expiresAt: clock.now() + (expiresOnTimestamp - Date.now()) };
    } catch (error) {
      throw abortSignal.aborted ? new SignInFault('unavailable', {}) : explainExchange(error);
    }
  };
}

/** The constructor knows each kind of proof by itself only. */
function credentialOf(app: ReturnType<typeof azureOptions>, userAssertionToken: string): OnBehalfOfCredential {
  if ('clientSecret' in app) return new OnBehalfOfCredential({ ...app, userAssertionToken });
  if ('certificatePath' in app) return new OnBehalfOfCredential({ ...app, userAssertionToken });
  return new OnBehalfOfCredential({ ...app, userAssertionToken });
}
