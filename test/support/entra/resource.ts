import { EntraError } from './entraError';

/** The resources that tokens can be had for. */
export const resources = {
  referrals: 'https://api.partner.microsoft.com',
  partnerCenter: 'https://api.partnercenter.microsoft.com',
  botFramework: 'https://api.botframework.com',
  graph: 'https://graph.microsoft.com',
  tokenExchange: 'api://AzureADTokenExchange',
} as const;

const openIdScopes = ['openid', 'profile', 'email', 'offline_access'];

/**
 * The one resource that a list of scopes names; Graph when it names none. An app names itself by its client id. Throws when it
 * names two, or an unknown one.
 */
export function resourceOf(scope: string, clientId: string): string {
  const named = scope.split(' ').filter((one) => one && !openIdScopes.includes(one));
  const found = [...new Set(named.map((one) => one.slice(0, Math.max(0, one.lastIndexOf('/')))))];
  if (found.length > 1) throw new EntraError(70011);
  const resource = found[0] ?? resources.graph;
  if (resource === clientId) return resource;
  if (!Object.values<string>(resources).includes(resource)) throw new EntraError(500011);
  return resource;
}
