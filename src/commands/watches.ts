import { z } from 'zod/v4';
import { command } from './command';
import { sayings } from './sayings';
import { watchesView } from './watchView';

/** `watches`: what is watched in this conversation, with everything that can be done about it. */
export const watchesCommand = command({
  name: 'watches',
  title: 'watches',
  description: 'Shows what is posted here, to change, pause, test or remove it.',
  example: 'watches',
  ...sayings.watches,
  changesState: false,
  needs: [],
  parameters: z.object({}),
  run: (turn, _parameters, desk) => watchesView(turn, desk),
});
