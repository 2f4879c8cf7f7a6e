import type { Request, Response, Server } from 'restify';
import { signInPaths } from '../identity/browserSignIn';
import type { PeopleSignIn } from '../identity/peopleSignIn';
import { newReferenceId } from '../lib/ids';
import type { Log } from '../lib/log';
import { signInWords } from '../locales/signInWords';
import { sendPage, sendRedirect, type PageScript } from './page';
import { queryOf } from './queryOf';

const { page: words } = signInWords;

/** Teams' own library, which hands the code over: https://learn.microsoft.com/en-us/microsoftteams/platform/tabs/how-to/using-teams-client-sdk */
const teamsLibrary: PageScript = {
  src: 'https://res.cdn.office.net/teams-js/2.32.0/js/MicrosoftTeams.min.js',
  integrity: 'sha384-TOLACGjmwQohHyLubBrUeaUjuqYYAxJsVKufxV6VWXWEQepFpamUASNMMIhgJmoW',
};
const ownScript = `${signInPaths.callback}.js`;

/** Takes the code from the page, so that no script has a secret in it. Outside of Teams, or without the library, the person types it. */
const script = `if (window.microsoftTeams) {
  const code = document.body.dataset.code;
  microsoftTeams.app.initialize().then(() => microsoftTeams.authentication.notifySuccess(code));
}
`;

/** The two pages of the sign-in in a browser, and the script of the second. */
export function signInRoutes(server: Server, signIn: PeopleSignIn, log: Log): void {
  server.get(signInPaths.start, async (request: Request, response: Response) => {
    const location = signIn.authorizeUrl(queryOf(request).get('flow') ?? '');
    if (location) return sendRedirect(response, location);
    sendPage(response, 404, { title: words.failed, paragraphs: [words.unknown] });
  });
  server.get(signInPaths.callback, async (request: Request, response: Response) => {
    try {
      const end = await signIn.finish(queryOf(request));
      if ('code' in end) {
        const scripts = [teamsLibrary, { src: ownScript }];
        return sendPage(response, 200, { title: words.done, paragraphs: [words.close], code: end.code, scripts });
      }
      const paragraphs = [words[end.failed], words.reference(end.referenceId)];
      sendPage(response, statuses[end.failed], { title: words.failed, paragraphs });
    } catch (error) {
      const referenceId = newReferenceId();
      log.error({ err: error, referenceId }, 'a sign-in in a browser could not be finished');
      const paragraphs = [words.unavailable, words.reference(referenceId)];
      sendPage(response, 500, { title: words.failed, paragraphs });
    }
  });
  server.get(ownScript, async (_request: Request, response: Response) => {
    response.sendRaw(200, script, {
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });
}

const statuses = { unknown: 404, otherPerson: 403, declined: 403, unavailable: 502 } as const;
