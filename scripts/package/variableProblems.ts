import { placeholderNames, type Variables } from './placeholders';

const meanings: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: "the app's own id in Teams, any new GUID that is then kept",
  BOT_ID: "the client id of the bot's registration in Entra",
  AAD_APP_CLIENT_ID: 'the client id of the Entra app that people sign in to',
  BOT_DOMAIN: 'the public host name of the bot, such as desk.example.com',
};

// A host name, with a port where there is one; Teams wants neither scheme nor path:
// https://learn.microsoft.com/microsoft-365/extensibility/schema/root#validdomains
const hostName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i;

/** What is wrong with the values that a template asks for, a sentence each. */
export function variableProblems(template: string, variables: Variables): string[] {
  return placeholderNames(template).flatMap((name) => {
    const value = variables[name]?.trim();
    if (!value) return [`${name} is not set${meanings[name] ? `: ${meanings[name]}` : ''}.`];
    if (name === 'BOT_DOMAIN' && !hostName.test(value)) {
      return [`BOT_DOMAIN is "${value}"; give the host name alone, such as desk.example.com.`];
    }
    return [];
  });
}
