import type { EntraUser } from './directory';
import { EntraError } from './entraError';
import type { EntraState } from './entraState';
import type { Session } from './policies';
import { resourceOf } from './resource';

/** What a browser is answered. */
export interface Page {
  status: number;
  location?: string;
  html: string;
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * `GET /{tenant}/oauth2/v2.0/authorize`. `login_hint` (a upn) signs that person in at once, with consent and the second
 * factor; without one the page asks who it is. `prompt=none` never shows a page. Throws an EntraError where Entra shows an
 * error page; what the app may know goes back to its redirect URI.
 */
export function answerAuthorize(state: EntraState, query: URLSearchParams): Page {
  const app = state.app(query.get('client_id'));
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app.redirectUris.includes(redirectUri)) throw new EntraError(50011);
  const hint = query.get('login_hint');
  if (!hint && query.get('prompt') !== 'none') return { status: 200, html: chooser(state, query) };
  try {
    const user = state.users.find(({ upn }) => upn === hint);
    if (!user) throw new EntraError(50034, undefined, 'login_required');
    const code = signIn(state, user, query);
    return back(query, redirectUri, { code, session_state: user.oid });
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    return back(query, redirectUri, { error: error.error, error_description: error.message });
  }
}

function signIn(state: EntraState, user: EntraUser, query: URLSearchParams): string {
  const app = state.app(query.get('client_id'));
  if (user.tid !== app.tid) throw new EntraError(50020);
  const scope = query.get('scope') ?? '';
  const challenge = query.get('code_challenge') ?? undefined;
  if (challenge && query.get('code_challenge_method') !== 'S256') throw new EntraError(90014);
  const session: Session = {
    oid: user.oid,
    mfa: user.mfa === 'enrolled',
    claims: query.get('claims') ?? undefined,
    signedInAt: state.now(),
  };
  const resource = resourceOf(scope, app.clientId);
  // Asking for itself, an app gets consent to all that it is registered for, where the page is shown.
  if (resource === app.clientId && query.get('prompt') === 'consent') state.policies.consentToAll(app);
  else if (query.get('prompt') !== 'none') state.policies.consent(app, resource);
  state.policies.check(user, session, app, resource);
  const redirectUri = query.get('redirect_uri') ?? '';
  const nonce = query.get('nonce') ?? undefined;
  return state.grants.issueCode({ clientId: app.clientId, redirectUri, scope, challenge, nonce }, session);
}

/** Back to the app: in the query, or with a form that posts itself. */
function back(query: URLSearchParams, redirectUri: string, answer: Record<string, string>): Page {
  const fields = Object.entries({ ...answer, state: query.get('state') ?? '' });
  if (query.get('response_mode') === 'form_post') {
    const inputs = fields.map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`);
    return {
      status: 200,
      html: `<form method="post" action="${escape(redirectUri)}">${inputs.join('')}<button>Continue</button></form>`,
    };
  }
  const location = new URL(redirectUri);
  for (const [name, value] of fields) location.searchParams.set(name, value);
  return { status: 302, location: location.href, html: '' };
}

/** A page with a link for each person. */
function chooser(state: EntraState, query: URLSearchParams): string {
  const links = state.users.map(({ upn, name }) => {
    const next = new URLSearchParams([...query, ['login_hint', upn]]);
    return `<li><a href="?${escape(next.toString())}">${escape(name)}</a></li>`;
  });
  return `<title>Sign in</title><h1>Pick an account</h1><ul>${links.join('')}</ul>`;
}
