import { foldWords } from '../locales/foldWords';
import { watchWords } from '../locales/watchWords';
import { conditionsOf, isPaused } from '../referrals/watchConditions';
import type { Watch } from '../storage/store';
import { listCard } from './listCard';
import type { CardMessage } from './message';
import { createFormats } from './text/formats';
import { addWatchButton, showWatchButton } from './watchButtons';
import { conditionsLine, currencyText } from './watchTexts';

/** Every watch of a conversation. */
export interface WatchesCardView {
  watches: readonly Watch[];
  /** Who asked for bursts to be folded; absent where nobody did. */
  foldedBy?: string | undefined;
  /** ms, UTC */
  now: number;
  locale: string;
  timeZone: string | undefined;
}

const words = watchWords.list;

/** A line for each watch, which opens it. */
export function watchesCard({ watches, foldedBy, now, locale, timeZone }: WatchesCardView): CardMessage {
  const formats = createFormats(locale, timeZone, now);
  const number = formats.number(watches.length);
  const card = listCard({
    heading: words.heading,
    about: [
      watches.length > 0 ? words.count(number) : words.none,
      foldedBy === undefined ? '' : foldWords.state(foldedBy),
    ]
      .filter(Boolean)
      .join('. '),
    rows: watches.map((watch) => ({
      name: conditionsLine(conditionsOf(watch), formats),
      state: isPaused(watch, now) ? words.paused(formats.day(watch.pausedUntil ?? now)) : '',
      colour: 'attention' as const,
      about: [words.by(watch.ownerName, formats.day(watch.startedAt)), currencyText(conditionsOf(watch))]
        .filter(Boolean)
        .join(' · '),
      open: showWatchButton(watch.id),
    })),
    range: '',
    buttons: [addWatchButton],
  });
  return { card, summary: words.summary(number) };
}
