import type { World } from '../../src/app/world';
import type { Config } from '../../src/config';
import { createLog } from '../../src/lib/log';
import type { Variables } from '../package/placeholders';
import { checkAccount } from './checkAccount';
import { checkCollector } from './checkCollector';
import { checkDatabase } from './checkDatabase';
import { checkManifest } from './checkManifest';
import { checkReach } from './checkReach';
import { checkTokens } from './checkTokens';
import { checkWebhook } from './checkWebhook';
import { ok, type Finding } from './finding';

/**
 * Checks everything that a deployment needs; it changes nothing.
 * @param replacesWebhook the one exception: our registration of webhooks takes the place of whatever is there
 */
export async function diagnose(
  config: Config,
  variables: Variables,
  world: World,
  replacesWebhook = false,
): Promise<Finding[]> {
  const log = createLog('silent');
  const database = await checkDatabase(config.databaseUrl, log);
  return [
    ok('configuration', `IDENTITY=${config.identity}, every variable can be used`),
    ...database.findings,
    ...(await checkReach(config, world.fetch)),
    ...(await checkCollector(config, world.fetch)),
    ...(await checkTokens(config, world)),
    await checkAccount(config, world, log, database.isCurrent),
    await checkWebhook(config, world, log, database.isCurrent, replacesWebhook),
    ...(await checkManifest(variables)),
  ];
}
