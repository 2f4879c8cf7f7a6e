import { watchWords as words } from '../locales/watchWords';
import type { CardButton } from './executeAction';

/** Opens the form for another watch. */
export const addWatchButton: CardButton = { title: words.list.add, verb: 'watch.form', data: {} };

/** Shows every watch of the conversation. */
export const allWatchesButton: CardButton = { title: words.list.all, verb: 'watch.list', data: {} };

/** Shows one watch. */
export const showWatchButton = (watchId: string): CardButton => ({
  title: words.one.heading,
  verb: 'watch.show',
  data: { watchId },
});
