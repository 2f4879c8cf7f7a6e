import { TeamsAdapter } from '@microsoft/teams-ai';
import {
  ActivityTypes,
  ConfigurationServiceClientCredentialFactory,
  INVOKE_RESPONSE_KEY,
  type Activity,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { Connector } from './connector';

/**
 * The Teams adapter with its outbound side replaced by our connector, so that nothing is ever sent twice behind our back. The
 * SDK checks nothing either: what reaches it has been through the door of `receive.ts`. So it needs no credentials, which it
 * would write into stored state.
 */
export class DeskAdapter extends TeamsAdapter {
  constructor(private readonly connector: Connector) {
    super({}, new ConfigurationServiceClientCredentialFactory({}));
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
