import { ActivityTypes, type Activity } from 'botbuilder';
import { SendError } from '../delivery/sender';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';
import { editMessage, say } from './say';

/** How often a message is edited at most to say how far something is, in ms. */
const everyMs = 3_000;

/** The message that takes the place of a consent card and says how far its file is. */
export class FileProgress {
  private shownAt = -Infinity;
  private edit: Promise<void> | undefined;

  /** @param activity the press on the consent card */
  constructor(
    private readonly activity: TeamsActivity,
    private readonly parts: ApplicationParts,
  ) {}

  /** Says how far it is, unless it was said a moment ago or is being said; nobody waits for it. */
  show(text: string): void {
    const now = this.parts.clock.now();
    if (this.edit || now - this.shownAt < everyMs) return;
    this.shownAt = now;
    this.edit = this.write(text)
      .catch((error: unknown) => this.parts.log.warn({ err: error }, 'progress was not shown'))
      .finally(() => (this.edit = undefined));
  }

  /** Says how it ended. Rejects with a SendError. */
  async end(text: string): Promise<void> {
    await this.edit;
    try {
      await this.write(text);
    } catch (error) {
      const isGone = error instanceof SendError && ['activityGone', 'refused'].includes(error.kind);
      if (!isGone) throw error;
      await say(this.activity, text, this.parts);
    }
  }

  private async write(text: string): Promise<void> {
    const { replyToId } = this.activity;
    const message: Partial<Activity> = { type: ActivityTypes.Message, text, textFormat: 'markdown' };
    if (replyToId) await editMessage(this.activity, replyToId, message, this.parts);
    else await say(this.activity, text, this.parts);
  }
}
