import { ActivityTypes, type Activity } from 'botbuilder';
import type { OfferedFile } from '../commands/turn';
import { fileWords as words } from '../locales/fileWords';

/** Where Teams wants a file, and how it is called there. */
export interface UploadInfo {
  contentUrl: string;
  name: string;
  uploadUrl: string;
  uniqueId: string;
  fileType: string;
}

/**
 * The card that asks whether a file may be put into the person's OneDrive.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/bots-filesv4
 */
export function fileConsent({ offerId, name, description, sizeInBytes }: OfferedFile): Partial<Activity> {
  const context = { offerId };
  return {
    type: ActivityTypes.Message,
    summary: words.summary(name),
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name,
        content: { description, sizeInBytes, acceptContext: context, declineContext: context },
      },
    ],
  };
}

/** The card that opens a file which is in the person's OneDrive. The page is the same. */
export const fileInfo = ({ contentUrl, name, uniqueId, fileType }: UploadInfo): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: name,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      contentUrl,
      name,
      content: { uniqueId, fileType },
    },
  ],
});
