import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { takeOffer } from '../commands/files/takeOffer';
import type { Turn } from '../commands/turn';
import { fileWords as words } from '../locales/fileWords';
import type { ApplicationParts } from './application';
import { FileProgress } from './fileProgress';
import { offerAgain, produceFile } from './produceFile';
import { activityOf, createTurn } from './turn';
import { unknownPerson } from './typed';
import { uploadAddress } from './uploadFile';

// https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/bots-filesv4#invoke-activity-when-the-user-accepts-the-file
const consentValue = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.looseObject({ offerId: z.string().max(100) }),
  uploadInfo: z
    .object({
      contentUrl: z.string(),
      name: z.string(),
      uploadUrl: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .nullish(),
});
type Consent = z.infer<typeof consentValue>;

/** Answers Allow and Decline on a consent card at once; making the file goes on after that. */
export async function answerFileConsent(context: TurnContext, parts: ApplicationParts): Promise<void> {
  const activity = activityOf(context);
  const consent = consentValue.safeParse(context.activity.value).data;
  const turn = await createTurn(activity, parts);
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
  const progress = new FileProgress(activity, parts);
  const work = !turn ? progress.end(unknownPerson) : answered(turn, consent, progress, parts, activity);
  const log = turn?.log ?? parts.log;
  parts.inHand.add(work.catch((error: unknown) => log.error({ err: error }, 'a file could not be carried through')));
}

async function answered(
  turn: Turn,
  consent: Consent | undefined,
  progress: FileProgress,
  parts: ApplicationParts,
  activity: ReturnType<typeof activityOf>,
): Promise<void> {
  if (!consent) return progress.end(words.unknown);
  const { makingFor, desk, uploadsToLoopback } = parts;
  const { action, context, uploadInfo } = consent;
  const asked = { door: 'press', action: `file.${action}`, right: 'read' } as const;
  const refusal = await parts.gate.refusal(activity, turn, asked);
  if (refusal !== undefined) return progress.end(refusal);
  if (action === 'decline') {
    const taken = await takeOffer(turn, desk, context.offerId);
    return progress.end(typeof taken === 'string' ? taken : words.declined);
  }
  const url = uploadInfo ? uploadAddress(uploadInfo.uploadUrl, uploadsToLoopback) : undefined;
  if (!uploadInfo || !url) return progress.end(words.noAddress);
  const taken = await takeOffer(turn, desk, context.offerId);
  if (typeof taken === 'string') return progress.end(taken);
  // Whoever was an administrator when it was offered need not be one any more.
  const right = taken.wanted.list === 'audit' ? 'administer' : 'read';
  const tooLate = await parts.gate.refusal(activity, turn, { ...asked, right });
  if (tooLate !== undefined) return progress.end(tooLate);
  if (makingFor.has(turn.person.id)) {
    await progress.end(words.busy);
    return offerAgain(turn, taken, activity, parts);
  }
  makingFor.add(turn.person.id);
  try {
    await produceFile(turn, { ...taken, uploadInfo, url }, progress, parts, activity);
  } finally {
    makingFor.delete(turn.person.id);
  }
}
