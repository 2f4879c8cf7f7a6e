import { foreignTenant, homeTenant } from './directory';
import { EntraError } from './entraError';
import type { EntraState } from './entraState';

/** The OpenID metadata of a tenant. https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc */
export function answerMetadata(state: EntraState, tenant: string): object {
  const anyTenant = ['common', 'organizations'].includes(tenant);
  if (!anyTenant && ![homeTenant, foreignTenant].includes(tenant)) throw new EntraError(90002);
  const base = `${state.host}/${tenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: state.issuer(anyTenant ? '{tenantid}' : tenant),
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
  };
}

/** `GET /common/discovery/instance`. */
export function answerInstances(state: EntraState): object {
  const { host } = new URL(state.host);
  return {
    tenant_discovery_endpoint: `${state.host}/${homeTenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

/** App Service's way to a managed identity. https://learn.microsoft.com/en-us/azure/app-service/overview-managed-identity#rest-endpoint-reference */
export async function answerManagedIdentity(state: EntraState, query: URLSearchParams): Promise<object> {
  const clientId = query.get('client_id') ?? undefined;
  const identity = state.managedIdentities.find((one) => one.clientId === clientId);
  if (!identity) throw new EntraError(700016);
  const seconds = state.lifetimes.accessToken;
  const iat = Math.floor(state.now() / 1000);
  const token = await state.keys.sign({
    aud: query.get('resource') ?? '',
    iss: state.issuer(homeTenant),
    sub: identity.principalId,
    oid: identity.principalId,
    tid: homeTenant,
    ...(clientId ? { appid: clientId } : {}),
    iat,
    nbf: iat,
    exp: iat + seconds,
  });
  // The library subtracts the machine's time, not the test's.
  const expiresOn = Math.floor(Date.now() / 1000) + seconds;
  return { access_token: token, expires_on: String(expiresOn), resource: query.get('resource'), token_type: 'Bearer' };
}
