/**
 * A sentence in place of the results of a message extension.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
 */
export const composeMessage = (text: string): object => ({ composeExtension: { type: 'message', text } });
