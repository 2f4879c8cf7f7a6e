import { z } from 'zod/v4';

const text = z.string().nullish();
const members = z.array(z.looseObject({ id: z.string() })).nullish();
const mention = z.looseObject({ mentioned: z.looseObject({ id: z.string() }), text: z.string() });
/** The SDK takes the bot's mention out of the text, and takes a whole mention for granted. */
const entity = z
  .looseObject({ type: z.string(), timezone: text })
  .refine((one) => one.type.toLowerCase() !== 'mention' || mention.safeParse(one).success);

/**
 * What Partner Desk needs of an activity that Teams sends; everything else passes through untouched.
 * https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
 */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  name: text,
  action: text,
  id: text,
  serviceUrl: z.url().max(2_000),
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
  membersAdded: members,
  membersRemoved: members,
  entities: z.array(entity).nullish(),
});

/** An activity whose envelope has been checked. */
export type TeamsActivity = z.infer<typeof activitySchema>;
