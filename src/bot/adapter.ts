import { TeamsAdapter } from '@microsoft/teams-ai';
import {
  ActivityTypes,
  ConfigurationServiceClientCredentialFactory,
  INVOKE_RESPONSE_KEY,
  type Activity,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { BotRegistration } from '../config/registrations';
import type { Connector } from './connector';

/**
 * The Teams adapter with its outbound side replaced by our connector, so that nothing is ever sent twice behind our back.
 * Inbound token checks are the SDK's.
 */
export class DeskAdapter extends TeamsAdapter {
  constructor(
    bot: BotRegistration | null,
    private readonly connector: Connector,
  ) {
    // The SDK is never given what proves the bot: it sends nothing, and it would write it into stored state.
    const app = bot ? { MicrosoftAppId: bot.id, MicrosoftAppTenantId: bot.tenantId } : {};
    const proof = bot ? { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'not used' } : {};
    super(app, new ConfigurationServiceClientCredentialFactory({ ...app, ...proof }));
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
