import { z } from 'zod/v4';
import { createFormats } from '../cards/text/formats';
import { markdownText } from '../cards/text/markdownText';
import { digestWords as words } from '../locales/digestWords';
import { nextDigestAt } from '../referrals/digestTime';
import { quietPeriod } from '../referrals/quietHours';
import { watchesReferrals } from '../referrals/watchConditions';
import type { DigestRow, DigestSetting } from '../storage/digests';
import type { Store } from '../storage/store';
import { command } from './command';
import type { Desk } from './desk';
import { recordChange } from './recordChange';
import { sayings } from './sayings';
import type { Turn } from './turn';

/** A first digest sums up what came since the day before. */
const firstSpanMs = 86_400_000;
const defaultTime = '08:30';

/** `digest daily at 8:30`: sums up at that time what happened to the referrals that were posted here. */
export const digestCommand = command({
  name: 'digest',
  title: 'digest',
  description: 'Sums up the referrals of this channel every day or week.',
  example: 'digest daily at 8:30',
  ...sayings.digest,
  changesState: true,
  needs: [],
  parameters: z.object({
    /** 0 for every day. */
    weekday: z.number().int().min(0).max(7).optional(),
    time: z.string().optional(),
    off: z.literal(true).optional(),
  }),
  async run(turn, { weekday, time, off }, desk) {
    const { conversation } = turn;
    if (conversation.kind === 'personal') return words.personal;
    if (off && (weekday !== undefined || time !== undefined)) return words.unclear;
    if (off) return (await end(turn, desk)) ? words.off : words.wasNone;
    if (weekday === undefined && time === undefined) return shown(turn, desk);
    return set(turn, desk, {
      weekday: weekday === undefined || weekday === 0 ? null : weekday,
      time: time ?? defaultTime,
    });
  },
});

async function set(turn: Turn, { store, clock }: Desk, setting: DigestSetting): Promise<string> {
  const { conversation, person, locale, log } = turn;
  const { id, timeZone } = conversation;
  const now = clock.now();
  const digest = { ...setting, conversationId: id, dueAt: nextDigestAt(setting, timeZone, now) };
  await store.transaction(async (tx) => {
    const before = factsOf(await tx.digests.find(id));
    await tx.digests.set({ ...digest, setBy: person.name, since: now - firstSpanMs });
    await recordChange(tx, turn, now, { action: 'digest.set', subject: null, before, after: factsOf(setting) });
  });
  log.info({ conversation: id, ...setting }, 'digest');
  const { moment } = createFormats(locale, timeZone ?? undefined, now);
  const next = await nextOf(store, digest, timeZone);
  const said = words.set(inWords(setting), zoneOf(timeZone), moment(next.at));
  const isWatched = (await store.watches.allIn(id)).some(watchesReferrals);
  return [said, ...next.notes, ...(isWatched ? [] : [words.notWatched])].join(' ');
}

/** False where there was none. */
function end(turn: Turn, { store, clock }: Desk): Promise<boolean> {
  const { id } = turn.conversation;
  return store.transaction(async (tx) => {
    const before = factsOf(await tx.digests.find(id));
    if (!(await tx.digests.clear(id))) return false;
    await recordChange(tx, turn, clock.now(), { action: 'digest.off', subject: null, before, after: null });
    return true;
  });
}

async function shown({ conversation, locale }: Turn, { store, clock }: Desk): Promise<string> {
  const { id, timeZone } = conversation;
  const row = await store.digests.find(id);
  if (!row) return words.none;
  const { moment } = createFormats(locale, timeZone ?? undefined, clock.now());
  const next = await nextOf(store, row, timeZone);
  const said = words.shown(inWords(row), zoneOf(timeZone), markdownText(row.setBy, 100), moment(next.at));
  return [said, ...next.notes].join(' ');
}

/** When the next one comes, ms since the epoch, and why not at its time: quiet hours hold it back. */
async function nextOf(
  { quietHours }: Store,
  { conversationId, dueAt }: Pick<DigestRow, 'conversationId' | 'dueAt'>,
  timeZone: string | null,
): Promise<{ at: number; notes: string[] }> {
  const hours = await quietHours.find(conversationId);
  const period = hours && quietPeriod(hours, timeZone, dueAt);
  if (!period) return { at: dueAt, notes: [] };
  return { at: period.until, notes: [words.quiet(hours.from, hours.until)] };
}

const factsOf = (setting: DigestSetting | undefined) =>
  setting ? { weekday: setting.weekday, time: setting.time } : null;

const inWords = ({ weekday, time }: DigestSetting): string =>
  weekday === null ? words.when.daily(time) : words.when.weekly(words.weekdays[weekday - 1] ?? '', time);

const zoneOf = (timeZone: string | null): string => (timeZone === null ? words.noZone : words.zone(timeZone));
