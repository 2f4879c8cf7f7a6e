import { TeamsAdapter } from '@microsoft/teams-ai';
import {
  ActivityTypes,
  ConfigurationServiceClientCredentialFactory,
  INVOKE_RESPONSE_KEY,
  type Activity,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { BotRegistration } from '../config';
import type { Authorize, Connector } from './connector';

/** Bot Framework's sign-in for the bot itself, or nothing while checks are off. */
export function createCredentials(bot: BotRegistration | null): ConfigurationServiceClientCredentialFactory {
  if (!bot) return new ConfigurationServiceClientCredentialFactory({});
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: bot.id,
    MicrosoftAppType: bot.type === 'UserAssignedMsi' ? 'UserAssignedMSI' : 'SingleTenant',
    MicrosoftAppTenantId: bot.tenantId,
    MicrosoftAppPassword: bot.password,
  });
}

// https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
const connectorScope = 'https://api.botframework.com';

/** How calls to Teams are authorized with those credentials. */
export function authorizeWith(
  credentials: ConfigurationServiceClientCredentialFactory,
  bot: BotRegistration | null,
): Authorize {
  if (!bot) return () => Promise.resolve(undefined);
  const login = `https://login.microsoftonline.com/${bot.tenantId}`;
  return async () => {
    const signer = await credentials.createCredentials(bot.id, connectorScope, login, true);
    const headers = new Map<string, string>();
    const request = { headers: { set: (name: string, value: string) => headers.set(name.toLowerCase(), value) } };
    await signer.signRequest(request as unknown as Parameters<typeof signer.signRequest>[0]);
    return headers.get('authorization');
  };
}

/**
 * The Teams adapter with its outbound side replaced by our connector, so that nothing is ever sent twice behind our back.
 * Inbound token checks are the SDK's.
 */
export class DeskAdapter extends TeamsAdapter {
  constructor(
    bot: BotRegistration | null,
    credentials: ConfigurationServiceClientCredentialFactory,
    private readonly connector: Connector,
  ) {
    // The password stays inside the credentials: the SDK writes this configuration object into stored state.
    super(bot ? { MicrosoftAppId: bot.id, MicrosoftAppTenantId: bot.tenantId } : {}, credentials);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === ActivityTypes.InvokeResponse) {
        context.turnState.set(INVOKE_RESPONSE_KEY, activity);
        responses.push({ id: '' });
      } else if (activity.type === ActivityTypes.Trace) {
        responses.push({ id: '' });
      } else {
        const { serviceUrl, conversation } = context.activity;
        responses.push(await this.connector.post(serviceUrl, conversation.id, activity));
      }
    }
    return responses;
  }

  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const { serviceUrl, conversation } = context.activity;
    await this.connector.put(serviceUrl, conversation.id, activity.id ?? '', activity);
    return { id: activity.id ?? '' };
  }
}
