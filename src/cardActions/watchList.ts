import { z } from 'zod/v4';
import { watchesView } from '../commands/watchView';
import { cardAction } from './cardAction';

/** Every watch of the conversation: the same as typing `watches`. */
export const watchList = cardAction({
  verb: 'watch.list',
  needs: [],
  data: z.object({}),
  run: (press, _data, desk) => watchesView(press, desk),
});
