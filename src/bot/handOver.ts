import type { OfferedFile, Reply, Turn } from '../commands/turn';
import { SendError } from '../delivery/sender';
import { fileWords as words } from '../locales/fileWords';
import type { TeamsActivity } from './activity';
import { fileConsent } from './fileAttachments';
import { say, type Voice } from './say';

/** Whether a reply is a file for the person. */
export const isOffer = (reply: Reply): reply is OfferedFile => typeof reply === 'object' && 'offerId' in reply;

/**
 * Offers a file in the bot's own chat with the person, as it is theirs alone and Teams takes files nowhere else.
 * @param here whether that is the conversation in which it was asked for
 * @returns what is said where it was asked for; undefined where the offer itself stands there
 */
export async function handOver(
  offer: OfferedFile,
  activity: TeamsActivity,
  { referenceId, log }: Turn,
  voice: Voice,
  here: boolean,
): Promise<string | undefined> {
  try {
    if (here) {
      await say(activity, fileConsent(offer), voice);
      return undefined;
    }
    const { serviceUrl, recipient, from, conversation, channelData } = activity;
    const tenantId = conversation.tenantId ?? channelData?.tenant?.id ?? '';
    const between = { botId: recipient.id, personId: from.id, tenantId };
    const chat = await voice.connector.personalChat(serviceUrl, between);
    await voice.connector.post(serviceUrl, chat, { ...fileConsent(offer), channelId: activity.channelId });
    voice.onSent(chat);
    return words.offeredInPerson(offer.name);
  } catch (error) {
    log.warn({ err: error, offer: offer.offerId }, 'a file could not be offered');
    return here || isPassing(error) ? words.notTaken(referenceId) : words.cannotWrite(referenceId);
  }
}

/** A fault of the moment; everything else says that the bot is not there for the person. */
const isPassing = (error: unknown): boolean =>
  error instanceof SendError && (error.kind === 'throttled' || (error.status ?? 500) >= 500);
