import { z } from 'zod/v4';

const text = z.string().nullish();

/**
 * What Partner Desk needs of an activity that Teams sends; everything else passes through untouched.
 * https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
 */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: text,
  serviceUrl: z.url(),
  channelId: z.string().min(1),
  from: z.looseObject({ id: z.string().min(1), name: text, aadObjectId: text }),
  recipient: z.looseObject({ id: z.string().min(1), name: text }),
  conversation: z.looseObject({ id: z.string().min(1), conversationType: text, tenantId: text, name: text }),
  locale: text,
  text: text,
  replyToId: text,
  value: z.unknown(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: text }).nullish(),
      team: z.looseObject({ id: text, name: text }).nullish(),
      channel: z.looseObject({ id: text, name: text }).nullish(),
      settings: z.looseObject({ selectedChannel: z.looseObject({ id: text }).nullish() }).nullish(),
    })
    .nullish(),
  entities: z.array(z.looseObject({ type: text, timezone: text })).nullish(),
});

/** An activity whose envelope has been checked. */
export type TeamsActivity = z.infer<typeof activitySchema>;
