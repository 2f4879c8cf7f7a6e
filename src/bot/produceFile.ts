import { createFormats } from '../cards/text/formats';
import { errorSentence } from '../commands/errorSentence';
import { FileTooLargeError, type MadeFile } from '../commands/files/csvTable';
import { makeFile } from '../commands/files/makeFile';
import { offerFile } from '../commands/files/offerFile';
import { recordFile } from '../commands/files/recordFile';
import type { TakenOffer } from '../commands/files/takeOffer';
import type { Turn } from '../commands/turn';
import { fileWords as words } from '../locales/fileWords';
import { errorFacts } from '../partnerCenter/errorFacts';
import { SignInNeeded } from '../partnerCenter/signInNeeded';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';
import { showSignIn } from './askToSignIn';
import { fileInfo, type UploadInfo } from './fileAttachments';
import type { FileProgress } from './fileProgress';
import { handOver } from './handOver';
import { say } from './say';
import { UploadError, uploadFile } from './uploadFile';

/** A file that was accepted, and where it goes. */
export interface AcceptedFile extends TakenOffer {
  uploadInfo: UploadInfo;
  url: URL;
}

/**
 * Makes an accepted file, puts it where Teams wants it, and says how far it is and how it ended. Only a file that is complete is
 * put anywhere; one that cannot be made is offered anew. Rejects with a SendError where Teams does not take what is said.
 */
export async function produceFile(
  turn: Turn,
  accepted: AcceptedFile,
  progress: FileProgress,
  parts: ApplicationParts,
  activity: TeamsActivity,
): Promise<void> {
  const { wanted, uploadInfo, name } = accepted;
  const formats = createFormats(turn.locale, undefined, 0);
  const subject = 'invoiceId' in wanted ? wanted.invoiceId : 'customerId' in wanted ? wanted.customerId : null;
  const record = { action: `export.${wanted.list}`, subject };
  let file: MadeFile;
  try {
    file = await madeAndSent(turn, accepted, progress, parts);
  } catch (error) {
    turn.log.error({ ...errorFacts(error), list: wanted.list }, 'a file was not made');
    await recordFile(turn, parts.desk, { ...record, outcome: 'failed', facts: null });
    const needed = error instanceof SignInNeeded && !error.tried ? error : undefined;
    const { signIns } = parts;
    await progress.end(needed && signIns ? words.signInFirst : sentenceOf(error, turn.referenceId, parts.stopping));
    if (needed && signIns) await showSignIn(activity, needed, { ...parts, signIns }, needed.isSilent, turn.person);
    if (!(error instanceof FileTooLargeError)) await offerAgain(turn, accepted, activity, parts);
    return;
  }
  const { rows, size: bytes } = file;
  await recordFile(turn, parts.desk, { ...record, outcome: 'done', facts: { rows: rows ?? null, bytes } });
  await progress.end(words.done(name, rows === undefined ? '' : words.rows(rows, formats.number(rows))));
  await say(activity, fileInfo(uploadInfo), parts);
}

async function madeAndSent(
  turn: Turn,
  { wanted, name, rows: about, url }: AcceptedFile,
  progress: FileProgress,
  parts: ApplicationParts,
): Promise<MadeFile> {
  const { number } = createFormats(turn.locale, undefined, 0);
  const signal = parts.stopping;
  progress.show(words.making(name));
  const onRows = (rows: number) =>
    progress.show(words.rowsSoFar(name, number(rows), about !== undefined && about > rows ? number(about) : ''));
  const file = await makeFile(turn, parts.desk, wanted, { signal, onRows });
  const onSent = (bytes: number) => progress.show(words.uploading(name, `${Math.floor((bytes / file.size) * 100)} %`));
  await uploadFile(parts, url, file, { signal, onSent });
  return file;
}

/** Offers once more what was taken and did not come. */
export async function offerAgain(
  turn: Turn,
  { wanted, rows }: TakenOffer,
  activity: TeamsActivity,
  parts: ApplicationParts,
): Promise<void> {
  const offer = await offerFile(turn, parts.desk, wanted, rows);
  await handOver(offer, activity, turn, parts, true);
}

function sentenceOf(error: unknown, referenceId: string, stopping: AbortSignal): string {
  if (stopping.aborted) return words.stopped(referenceId);
  if (error instanceof UploadError) return words.notUploaded(referenceId);
  if (error instanceof FileTooLargeError) return words.tooLarge(referenceId);
  return words.failed(errorSentence(error, referenceId));
}
