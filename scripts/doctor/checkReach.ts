import type { Config } from '../../src/config';
import { ok, problem, type Finding } from './finding';

const timeoutMs = 10_000;

/** Whether the addresses that Partner Desk calls answer at all; nothing is sent with the question. */
export function checkReach(config: Config, fetchHttp: typeof fetch): Promise<Finding[]> {
  const { bot, signInApp } = config;
  const addresses = [
    ['REFERRALS_API_URL', config.referralsApiUrl],
    ['PARTNER_CENTER_API_URL', config.partnerCenterApiUrl],
    ...(signInApp ? [['ENTRA_AUTHORITY_HOST', signInApp.authorityHost]] : []),
    ...(bot ? [['BOT_OPENID_METADATA_URL', bot.openIdMetadataUrl]] : []),
  ] as const;
  return Promise.all(addresses.map(([name = '', url = '']) => reach(name, url, fetchHttp)));
}

/** Whatever status it answers with: without a token it refuses. */
async function reach(name: string, url: string, fetchHttp: typeof fetch): Promise<Finding> {
  const { host } = new URL(url);
  try {
    const answer = await fetchHttp(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    return ok('network', `${host} answers (${name})`);
  } catch {
    return problem('network', `${host} does not answer: check ${name}, the proxy and the firewall`);
  }
}
