import { ActivityTypes, type Activity } from 'botbuilder';
import { signInWords } from '../locales/signInWords';
import type { SignInReason } from '../partnerCenter/signInNeeded';

/** What a person is shown to sign in with. */
export interface SignInOffer {
  why: SignInReason;
  /** Opens the sign-in in a browser. */
  link: string;
  /** Set where Teams may bring a token by itself: `id` comes back with it. */
  exchange: { id: string; uri: string } | undefined;
}

/** There is no connection of that name at Azure Bot Service: tokens are exchanged here. Teams gives the name back. */
export const connectionName = 'PartnerDesk';

/** https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/authentication/bot-sso-code */
const offerContent = ({ why, link, exchange }: SignInOffer): object => ({
  text: signInWords.asked[why],
  connectionName,
  ...(exchange ? { tokenExchangeResource: exchange } : {}),
  buttons: [{ type: 'signin', title: signInWords.title, text: signInWords.title, value: link }],
});

/** The OAuth card. */
export const signInCard = (offer: SignInOffer): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: signInWords.asked[offer.why],
  attachments: [{ contentType: 'application/vnd.microsoft.card.oauth', content: offerContent(offer) }],
});

/** The same as the answer to a press on a card. */
// https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/sso-adaptive-cards-universal-action
export const loginRequest = (offer: SignInOffer): object => ({
  statusCode: 401,
  type: 'application/vnd.microsoft.activity.loginRequest',
  value: offerContent(offer),
});

/** The answer to a press whose token did not do. */
export const preconditionFailed = (message: string): object => ({
  statusCode: 412,
  type: 'application/vnd.microsoft.error.preconditionFailed',
  value: { code: '412', message },
});
