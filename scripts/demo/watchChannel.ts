import { randomUUID } from 'node:crypto';
import { playgroundConfig, referralsChannel } from './playgroundConfig';

const { bot, currentUser, team, tenantId } = playgroundConfig;

/** What every activity of the channel carries, as Teams sends it. */
function channelActivity(serviceUrl: string) {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    locale: 'en-US',
    from: { id: currentUser.id, name: currentUser.name, aadObjectId: currentUser.aadObjectId },
    recipient: bot,
    conversation: {
      id: referralsChannel.id,
      name: referralsChannel.name,
      conversationType: 'channel',
      isGroup: true,
      tenantId,
    },
    channelData: {
      tenant: { id: tenantId },
      team: { id: team.id, name: team.name, aadGroupId: team.aadGroupId },
      channel: { id: referralsChannel.id },
    },
  };
}

/**
 * Does what a team does on its first day: presses "Start watching" as Megan Bowen and installs the bot in the channel. The
 * playground itself installs it only when the channel is opened in its page, and that may be later than the first referral.
 * @throws Error with a sentence when the bot refuses
 */
export async function watchChannel(botPort: number, playgroundPort: number): Promise<void> {
  const send = async (activity: Record<string, unknown>): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${botPort}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...channelActivity(`http://localhost:${playgroundPort}/_connector`), ...activity }),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`The bot could not be put into the channel (HTTP ${response.status} ${answer})`);
    return answer;
  };
  // In this order the greeting already says that the channel is watching.
  const action = { type: 'Action.Execute', verb: 'watch.start', data: {} };
  const answer = await send({ type: 'invoke', name: 'adaptiveCard/action', value: { action } });
  if (!answer.includes('application/vnd.microsoft.card.adaptive'))
    throw new Error(`No watch could be started: ${answer}`);
  await send({ type: 'installationUpdate', action: 'add' });
}
