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
