import { z } from 'zod/v4';
import { fileWords as words } from '../../locales/fileWords';
import type { Desk } from '../desk';
import type { Turn } from '../turn';
import { describeFile } from './describeFile';
import { recordFile } from './recordFile';
import { fileWanted, type FileWanted } from './fileWanted';

/** An offer that its person has taken. */
export interface TakenOffer {
  wanted: FileWanted;
  /** The file's name. */
  name: string;
  /** About how many rows it will have, where that is known. */
  rows: number | undefined;
}

const kept = z.object({ wanted: fileWanted, rows: z.number().optional() });

/** Takes an offer for good, or says why it cannot be had. */
export async function takeOffer(turn: Turn, desk: Desk, id: string): Promise<TakenOffer | string> {
  const { fileOffers } = desk.store;
  const { person } = turn;
  const now = desk.clock.now();
  const offer = await fileOffers.find(id);
  if (!offer) return words.unknown;
  if (offer.personId !== person.id) {
    await recordFile(turn, desk, { action: 'export', subject: id, outcome: 'denied', facts: null });
    return words.otherPerson;
  }
  if (!(await fileOffers.take(id, person.id, now))) return offer.expiresAt <= now ? words.expired : words.used;
  const { wanted, rows } = kept.parse(JSON.parse(offer.wanted));
  return { wanted, rows, name: describeFile(wanted, offer.createdAt, rows).name };
}
