import { authenticateClient } from './clientAuthentication';
import type { EntraApp } from './directory';
import { EntraError } from './entraError';
import type { EntraCall, EntraState } from './entraState';
import { issueAppToken, issueTokens } from './issueTokens';
import { personOfAssertion } from './onBehalfOf';

/** The short name of a grant type. */
export const grantOf = (form: URLSearchParams): string | undefined =>
  form.get('grant_type')?.replace('urn:ietf:params:oauth:grant-type:jwt-bearer', 'on_behalf_of');

/** `POST /{tenant}/oauth2/v2.0/token`: the body of a good answer; throws an EntraError. */
export async function answerToken(
  state: EntraState,
  tenant: string,
  form: URLSearchParams,
  call: EntraCall,
): Promise<object> {
  const app = state.app(form.get('client_id'));
  const anyTenant = ['common', 'organizations'].includes(tenant);
  if (!anyTenant && app.tid !== tenant) throw new EntraError(700016);
  await authenticateClient(app, form, {
    now: state.now,
    keys: state.keys,
    managedIdentityIssuer: state.issuer(app.tid),
    tokenEndpoint: `${state.host}/${tenant}/oauth2/v2.0/token`,
  });
  const tokens = await answerGrant(state, app, form, call);
  state.issued.push(
    ...Object.entries(tokens).flatMap(([name, value]) => (name.endsWith('_token') ? [String(value)] : [])),
  );
  return tokens;
}

async function answerGrant(state: EntraState, app: EntraApp, form: URLSearchParams, call: EntraCall): Promise<object> {
  const scope = form.get('scope') ?? '';
  switch (call.grant) {
    case 'client_credentials':
      return issueAppToken(state, app, scope);
    case 'on_behalf_of': {
      const person = await personOfAssertion(state, app, form.get('assertion'));
      call.oid = person.user.oid;
      return issueTokens(state, { ...person, app, scope });
    }
    case 'refresh_token': {
      const session = state.grants.useRefreshToken(app, form.get('refresh_token') ?? '');
      call.oid = session.oid;
      return issueTokens(state, { user: state.user(session.oid), session, app, scope: `${scope} offline_access` });
    }
    case 'authorization_code': {
      const { session, nonce, scope: asked } = state.grants.redeemCode(app, form);
      call.oid = session.oid;
      return issueTokens(state, { user: state.user(session.oid), session, app, scope: scope || asked, nonce });
    }
    default:
      throw new EntraError(70003);
  }
}
