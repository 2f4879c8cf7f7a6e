/** The hosts that Teams names in a serviceUrl; `*.` stands for any subdomain. */
// https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
export const teamsServiceHosts = [
  '*.botframework.com',
  '*.botframework.us',
  'smba.trafficmanager.net',
  '*.teams.microsoft.com',
  '*.teams.microsoft.us',
];
/** The names of this machine. */
export const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** The host that an entry names, which may be a URL or a host with a port. */
export const hostOf = (entry: string): string =>
  entry
    .replace(/^\w+:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d+$/, '')
    .toLowerCase();

/** Whether Teams may be called there: https, or http on this machine, at one of the hosts; `*.` stands for any subdomain. */
export function isAllowedServiceUrl(text: string, hosts: readonly string[]): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return false;
  const { protocol, hostname } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && loopbackHosts.includes(hostname))) return false;
  return hosts.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host));
}
