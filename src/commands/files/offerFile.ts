import type { Desk } from '../desk';
import type { OfferedFile, Turn } from '../turn';
import { describeFile } from './describeFile';
import type { FileWanted } from './fileWanted';

/** How long an offer can be accepted, in ms. */
const offeredMs = 24 * 3_600_000;

/**
 * Offers a file to the person: what to produce is kept, and it is produced when they accept.
 * @param rows about how many there are, where that is known
 */
export async function offerFile(
  { person, log }: Turn,
  desk: Desk,
  wanted: FileWanted,
  rows?: number,
): Promise<OfferedFile> {
  const id = desk.newId();
  const now = desk.clock.now();
  const kept = JSON.stringify({ wanted, ...(rows === undefined ? {} : { rows }) });
  await desk.store.fileOffers.add({
    id,
    personId: person.id,
    wanted: kept,
    createdAt: now,
    expiresAt: now + offeredMs,
  });
  log.info({ offer: id, list: wanted.list }, 'a file is offered');
  return { offerId: id, ...describeFile(wanted, now, rows) };
}
