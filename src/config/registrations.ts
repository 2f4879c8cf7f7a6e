import type { Environment } from './environment';

/** How an app proves to Entra that it is itself. */
export type AppProof =
  | { kind: 'secret'; secret: string }
  /** `path`: a PEM file with the certificate and its private key. */
  | { kind: 'certificate'; path: string }
  /** A managed identity's token stands for the app; the system-assigned one without a `managedIdentityId`. */
  | { kind: 'federated'; managedIdentityId: string | undefined };

/** An app as it is registered in Entra. */
export interface AppRegistration {
  clientId: string;
  tenantId: string;
  /** Where its tokens come from: an origin such as `https://login.microsoftonline.com`. */
  authorityHost: string;
  proof: AppProof;
}

/** How the bot authenticates with Bot Framework, in both directions. */
export interface BotRegistration {
  /** `BOT_ID` */
  id: string;
  tenantId: string;
  /** Where its tokens come from: an origin. */
  loginUrl: string;
  /** `managedIdentity`: the machine's own user-assigned identity, which has no proof of its own. */
  proof: AppProof | { kind: 'managedIdentity' };
  /** Where the keys of the tokens are named that Teams sends. */
  openIdMetadataUrl: string;
}

/** The bot's registration, or null when there is no `BOT_ID`: inbound checks are then off. */
export function botRegistration(env: Environment): BotRegistration | null {
  if (!env.BOT_ID) return null;
  const { SECRET_BOT_PASSWORD: secret, BOT_CERTIFICATE_PATH: path } = env;
  return {
    id: env.BOT_ID,
    tenantId: env.BOT_TENANT_ID,
    loginUrl: env.BOT_LOGIN_URL ?? env.ENTRA_AUTHORITY_HOST,
    proof: env.BOT_TYPE === 'UserAssignedMsi' ? { kind: 'managedIdentity' } : proofOf(secret, path, env),
    openIdMetadataUrl: env.BOT_OPENID_METADATA_URL,
  };
}

/** The app that people sign in to, or null when there is no `AAD_APP_CLIENT_ID`. */
export function signInApp(env: Environment): AppRegistration | null {
  if (!env.AAD_APP_CLIENT_ID) return null;
  return {
    clientId: env.AAD_APP_CLIENT_ID,
    tenantId: env.AAD_APP_TENANT_ID,
    authorityHost: env.ENTRA_AUTHORITY_HOST,
    proof: proofOf(env.SECRET_AAD_APP_CLIENT_SECRET, env.AAD_APP_CERTIFICATE_PATH, env),
  };
}

/** The one that is set; that it is exactly one was checked before. */
function proofOf(secret: string, path: string, env: Environment): AppProof {
  if (secret) return { kind: 'secret', secret };
  if (path) return { kind: 'certificate', path };
  const botsOwn = env.BOT_TYPE === 'UserAssignedMsi' ? env.BOT_ID : '';
  return { kind: 'federated', managedIdentityId: env.FEDERATED_IDENTITY_CLIENT_ID || botsOwn || undefined };
}
