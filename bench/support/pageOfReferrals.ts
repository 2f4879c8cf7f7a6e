import { startSandbox } from '../../sandbox/startSandbox';

/** What the page is asked for with. */
export const listHeaders = { authorization: 'Bearer sandbox.referrals.service' };

/** The sandbox's answer with so many referrals on one page, as text. */
export async function pageOfReferrals(count: number): Promise<string> {
  const sandbox = await startSandbox({ world: 'empty', pageSize: count + 1 });
  try {
    sandbox.world.referrals.arrive({}, count);
    const answer = await fetch(`${sandbox.referralsApiUrl}/engagements/referrals`, { headers: listHeaders });
    return await answer.text();
  } finally {
    await sandbox.close();
  }
}
