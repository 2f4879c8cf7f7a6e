import type { Place, TeamsUser } from './places';
import { withoutThread } from './posts';

/** What every activity to the bot says of the Teams that it comes from. */
export interface TeamsFacts {
  bot: { id: string; name: string };
  tenantId: string;
  serviceUrl: string;
  /** BCP 47 */
  locale: string;
  /** ms since the epoch */
  now: () => number;
}

/** Who speaks where; `thread` is the root post's activity id, in a channel. */
export interface Where {
  by: TeamsUser;
  in: Place;
  thread?: string;
}

type Json = Record<string, unknown>;

let lastActivity = 1_795_254_400_000;

/** The fields that every activity has. https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/conversation-messages */
function activity(teams: TeamsFacts, { by, in: place, thread }: Where, own: Json): Json {
  lastActivity += 1;
  const threadSuffix = place.kind === 'channel' && thread !== undefined ? `;messageid=${thread}` : '';
  return {
    id: String(lastActivity),
    timestamp: new Date(teams.now()).toISOString(),
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: by.id, name: by.name, aadObjectId: by.aadObjectId },
    recipient: teams.bot,
    conversation: {
      ...(place.kind === 'personal' ? {} : { isGroup: true }),
      conversationType: place.kind,
      tenantId: teams.tenantId,
      id: withoutThread(place.id) + threadSuffix,
    },
    locale: teams.locale,
    channelData: channelData(teams, place),
    ...own,
    entities: [clientInfo(teams.locale, place), ...((own.entities as Json[] | undefined) ?? [])],
  };
}

const clientInfo = (locale: string, { timeZone = 'Europe/Stockholm' }: Place): Json => ({
  type: 'clientInfo',
  locale,
  country: 'US',
  platform: 'Web',
  timezone: timeZone,
});

function channelData({ tenantId }: TeamsFacts, place: Place): Json {
  if (place.kind !== 'channel') return { tenant: { id: tenantId } };
  return {
    tenant: { id: tenantId },
    teamsChannelId: place.id,
    teamsTeamId: place.teamId,
    channel: { id: place.id },
    team: { id: place.teamId },
  };
}

/** Text to the bot; outside a personal chat Teams puts the mention in front. A new root post unless `thread` is named. */
export function message(teams: TeamsFacts, where: Where, text: string): Json {
  if (where.in.kind === 'personal') return activity(teams, where, { type: 'message', textFormat: 'plain', text });
  const mention = `<at>${teams.bot.name}</at>`;
  const entities = [{ type: 'mention', text: mention, mentioned: teams.bot }];
  const inThread = { ...where, thread: where.thread ?? String(lastActivity + 1) };
  return activity(teams, inThread, { type: 'message', textFormat: 'plain', text: `${mention} ${text}`, entities });
}

/** A press on an Action.Execute. https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/universal-action-model */
export function press(teams: TeamsFacts, where: Where, activityId: string, verb: string, data: Json): Json {
  const action = { type: 'Action.Execute', title: '', verb, data };
  return activity(teams, where, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: activityId,
    value: { action, trigger: 'manual' },
  });
}

/** Something typed into the search box of a message extension; `query` undefined is the first look of all. https://learn.microsoft.com/en-us/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
export function search(
  teams: TeamsFacts,
  where: Where,
  commandId: string | undefined,
  query: string | undefined,
  page: Json,
): Json {
  // The playground of Teams knows no manifest: where it is told nothing it names neither.
  const name = commandId === undefined ? undefined : 'query';
  const parameter = query === undefined ? { name: 'initialRun', value: 'true' } : { name, value: query };
  return activity(teams, where, {
    type: 'invoke',
    name: 'composeExtension/query',
    value: { commandId, parameters: [parameter], queryOptions: { skip: 0, count: 25, ...page } },
  });
}

/** An action of a message's menu is chosen, or a button of its dialog pressed. https://learn.microsoft.com/en-us/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module */
export function dialog(teams: TeamsFacts, where: Where, name: 'fetchTask' | 'submitAction', value: Json): Json {
  return activity(teams, where, {
    type: 'invoke',
    name: `composeExtension/${name}`,
    value: { commandContext: 'message', context: { theme: 'dark' }, ...value },
  });
}

/** An invoke of any name. */
export function invoke(teams: TeamsFacts, where: Where, name: string, value: unknown): Json {
  return activity(teams, where, { type: 'invoke', name, value });
}

/** An answer to a consent card. https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/bots-filesv4 */
export function fileConsent(teams: TeamsFacts, where: Where, activityId: string, value: Json): Json {
  return activity(teams, where, {
    type: 'invoke',
    name: 'fileConsent/invoke',
    replyToId: activityId,
    value: { type: 'fileUpload', ...value },
  });
}

/** A press on the Action.Submit that stands in for an Action.Execute: a message without text. */
export function submit(teams: TeamsFacts, where: Where, activityId: string, data: Json): Json {
  return activity(teams, where, { type: 'message', value: data, replyToId: activityId });
}

/** The app is added to or removed from a chat or a team. */
export function installation(teams: TeamsFacts, where: Where, action: 'add' | 'remove'): Json {
  return activity(teams, where, { type: 'installationUpdate', action, channelData: installData(teams, where.in) });
}

/** Members came or left; with the bot among them it accompanies an installation. */
export function membership(teams: TeamsFacts, where: Where, change: 'added' | 'removed', ids: readonly string[]): Json {
  const members = ids.map((id) => ({ id }));
  const eventType = change === 'added' ? 'teamMemberAdded' : 'teamMemberRemoved';
  const { kind, teamId } = where.in;
  const inTeam = kind === 'channel' && teamId !== null;
  // It names the team, whose id is that of its General channel, and not the channel that was chosen.
  const general = inTeam ? { ...where, in: { ...where.in, id: teamId, name: null } } : where;
  const { settings: _chosen, ...data } = installData(teams, general.in);
  return activity(teams, general, {
    type: 'conversationUpdate',
    [change === 'added' ? 'membersAdded' : 'membersRemoved']: members,
    channelData: { ...data, ...(inTeam ? { eventType } : {}) },
  });
}

function installData(teams: TeamsFacts, place: Place): Json & { settings?: Json } {
  if (place.kind !== 'channel') return { tenant: { id: teams.tenantId } };
  return {
    tenant: { id: teams.tenantId },
    team: { id: place.teamId, name: place.teamName },
    channel: { id: place.id, name: place.name },
    settings: { selectedChannel: { id: place.id } },
  };
}
