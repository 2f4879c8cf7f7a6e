import type { ClientAssertionCallback, NodeAuthOptions } from '@azure/msal-node';
import { ManagedIdentityCredential, type OnBehalfOfCredential } from '@azure/identity';
import type { AppProof, AppRegistration } from '../config/registrations';
import { readCertificate, type AppCertificate } from './appCertificate';

/** What proves to Entra that an app is itself. */
export type AppCredential =
  | { kind: 'secret'; secret: string }
  | { kind: 'certificate'; path: string; certificate: AppCertificate }
  | { kind: 'federated'; getAssertion: () => Promise<string> };

/** The audience of a managed identity's token that stands for an app. */
// https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
const exchangeScope = 'api://AzureADTokenExchange/.default';

/**
 * Makes the credential that the configuration describes.
 * @throws ConfigError when the certificate's file cannot be used
 */
export function createAppCredential(proof: AppProof): AppCredential {
  if (proof.kind === 'secret') return proof;
  if (proof.kind === 'certificate') return { ...proof, certificate: readCertificate(proof.path) };
  const { managedIdentityId: clientId } = proof;
  const identity = clientId ? new ManagedIdentityCredential({ clientId }) : new ManagedIdentityCredential();
  return { kind: 'federated', getAssertion: async () => (await identity.getToken(exchangeScope)).token };
}

/** The app for MSAL: `new ConfidentialClientApplication({ auth: msalAuth(app, credential) })`. */
export function msalAuth(app: Omit<AppRegistration, 'proof'>, credential: AppCredential): NodeAuthOptions {
  return {
    clientId: app.clientId,
    authority: `${app.authorityHost}/${app.tenantId}`,
    // The configured authority is trusted as it is: nobody else is asked whether it is one.
    knownAuthorities: [new URL(app.authorityHost).host],
    ...msalProof(credential),
  };
}

function msalProof(credential: AppCredential): Partial<NodeAuthOptions> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  if (credential.kind === 'certificate') return { clientCertificate: credential.certificate };
  const clientAssertion: ClientAssertionCallback = () => credential.getAssertion();
  return { clientAssertion };
}

/** What proves the app in the options of `OnBehalfOfCredential`. */
type AzureProof = { clientSecret: string } | { certificatePath: string } | { getAssertion: () => Promise<string> };

/** The app for `@azure/identity`: `new OnBehalfOfCredential({ ...azureOptions(app, credential), userAssertionToken })`. */
export function azureOptions(app: Omit<AppRegistration, 'proof'>, credential: AppCredential) {
  const { clientId, tenantId, authorityHost } = app;
  return {
    clientId,
    tenantId,
    authorityHost,
    disableInstanceDiscovery: true,
    // A secret is sent to the configured authority and to nobody it may name.
    redirectOptions: { maxRetries: 0 },
    additionalPolicies: [onlyTo(authorityHost)],
    ...azureProof(credential),
  };
}

type Policies = ConstructorParameters<typeof OnBehalfOfCredential>[0]['additionalPolicies'];

/** Refuses every request to another origin, whatever the authority's metadata name as its token endpoint. */
function onlyTo(authorityHost: string): NonNullable<Policies>[number] {
  const { origin } = new URL(authorityHost);
  const name = 'only to the authority';
  return {
    position: 'perRetry',
    policy: {
      name,
      sendRequest: (request, next) =>
        new URL(request.url).origin === origin ? next(request) : Promise.reject(new Error(`Refused: ${name}`)),
    },
  };
}

function azureProof(credential: AppCredential): AzureProof {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  if (credential.kind === 'certificate') return { certificatePath: credential.path };
  return { getAssertion: credential.getAssertion };
}
