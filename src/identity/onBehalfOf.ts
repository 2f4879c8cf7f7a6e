import { OnBehalfOfCredential } from '@azure/identity';
import type { AppRegistration } from '../config/registrations';
import type { AppCredential } from './appCredential';

/**
 * A credential that exchanges one token of a person for tokens of the same person for other audiences. It keeps what it
 * got, but asks twice when it is asked twice at once.
 * @param userAssertionToken the token that Teams gave for the app, validated
 */
export function createOnBehalfOf(
  app: Omit<AppRegistration, 'proof'>,
  credential: AppCredential,
  userAssertionToken: string,
): OnBehalfOfCredential {
  const options = {
    clientId: app.clientId,
    tenantId: app.tenantId,
    authorityHost: app.authorityHost,
    // The configured authority is trusted as it is: nobody else is asked whether it is one.
    disableInstanceDiscovery: true,
    // A secret is sent to the configured authority and to nobody it may name.
    redirectOptions: { maxRetries: 0 },
    userAssertionToken,
  };
  if (credential.kind === 'secret') return new OnBehalfOfCredential({ ...options, clientSecret: credential.secret });
  if (credential.kind === 'certificate') {
    return new OnBehalfOfCredential({ ...options, certificatePath: credential.path });
  }
  return new OnBehalfOfCredential({ ...options, getAssertion: credential.getAssertion });
}
