import { z } from 'zod/v4';
import { createFormats } from '../cards/text/formats';
import { markdownText } from '../cards/text/markdownText';
import { digestWords as words } from '../locales/digestWords';
import { nextDigestAt } from '../referrals/digestTime';
import { watchesReferrals } from '../referrals/watchConditions';
import type { DigestSetting } from '../storage/digests';
import { command } from './command';
import type { Desk } from './desk';
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
    if (off) return (await desk.store.digests.clear(conversation.id)) ? words.off : words.wasNone;
    if (weekday === undefined && time === undefined) return shown(turn, desk);
    return set(turn, desk, {
      weekday: weekday === undefined || weekday === 0 ? null : weekday,
      time: time ?? defaultTime,
    });
  },
});

async function set({ conversation, person, locale, log }: Turn, { store, clock }: Desk, setting: DigestSetting) {
  const { id, timeZone } = conversation;
  const now = clock.now();
  const dueAt = nextDigestAt(setting, timeZone, now);
  await store.digests.set({ ...setting, conversationId: id, setBy: person.name, since: now - firstSpanMs, dueAt });
  log.info({ conversation: id, ...setting }, 'digest');
  const { moment } = createFormats(locale, timeZone ?? undefined, now);
  const said = words.set(inWords(setting), zoneOf(timeZone), moment(dueAt));
  const isWatched = (await store.watches.allIn(id)).some(watchesReferrals);
  return isWatched ? said : `${said} ${words.notWatched}`;
}

async function shown({ conversation, locale }: Turn, { store, clock }: Desk): Promise<string> {
  const { id, timeZone } = conversation;
  const row = await store.digests.find(id);
  if (!row) return words.none;
  const { moment } = createFormats(locale, timeZone ?? undefined, clock.now());
  return words.shown(inWords(row), zoneOf(timeZone), markdownText(row.setBy, 100), moment(row.dueAt));
}

const inWords = ({ weekday, time }: DigestSetting): string =>
  weekday === null ? words.when.daily(time) : words.when.weekly(words.weekdays[weekday - 1] ?? '', time);

const zoneOf = (timeZone: string | null): string => (timeZone === null ? words.noZone : words.zone(timeZone));
