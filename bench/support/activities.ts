/** Where everything is said and done: a personal chat or a channel of the one who measures. */
export interface Place {
  serviceUrl: string;
  conversationType: 'personal' | 'channel';
  conversationId: string;
}

/** Megan Bowen of the sandbox, who may do everything. */
export const megan = '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021';
export const botId = '28:0b6f9c1e-2d34-4c57-9f10-a1b2c3d4e5f6';
const tenantId = '3d2f1c4b-7a90-4d15-8e2b-5f6a7b8c9d01';

let lastId = 1_795_254_400_000;

/** The fields that every activity has. https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/conversation-messages */
function activity({ serviceUrl, conversationType, conversationId }: Place, own: object): string {
  lastId += 1;
  return JSON.stringify({
    id: String(lastId),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:1aXk2Yt0Qm7Wd', name: 'Megan Bowen', aadObjectId: megan },
    recipient: { id: botId, name: 'Partner Desk' },
    conversation: { conversationType, tenantId, id: conversationId },
    locale: 'en-US',
    channelData: { tenant: { id: tenantId } },
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'Europe/Stockholm' }],
    ...own,
  });
}

/** Somebody types `text`. */
export const message = (place: Place, text: string): string =>
  activity(place, { type: 'message', textFormat: 'plain', text });

/** Somebody presses Accept on the card that the activity `cardId` shows. */
export const pressOnAccept = (place: Place, cardId: string, referralId: string): string =>
  activity(place, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: cardId,
    value: { action: { type: 'Action.Execute', verb: 'referral.accept', data: { referralId } }, trigger: 'manual' },
  });
