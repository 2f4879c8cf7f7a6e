import { buildAppPackage } from '../package/buildAppPackage';
import { PackageError } from '../package/packageError';
import type { Variables } from '../package/placeholders';
import { ok, problem, unknown, type Finding } from './finding';

const what = 'manifest';
const anyGuid = '00000000-0000-0000-0000-000000000000';

/** Whether the app package can be built with the ids of this environment. */
export async function checkManifest(variables: Variables): Promise<Finding[]> {
  if (!variables.BOT_ID) return [unknown(what, 'needs BOT_ID; npm run package checks it with its own file')];
  // The app's own id is often in the file for packaging only.
  const withId = { ...variables, TEAMS_APP_ID: variables.TEAMS_APP_ID ?? anyGuid };
  try {
    await buildAppPackage('appPackage', withId);
    return [ok(what, 'the app package is valid with BOT_ID, AAD_APP_CLIENT_ID and BOT_DOMAIN as they are set here')];
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return error.problems.map((text) => problem(what, text));
  }
}
