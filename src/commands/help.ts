import { z } from 'zod/v4';
import { helpCard } from '../cards/helpCard';
import { command, type Command } from './command';
import { sayings } from './sayings';

/** `help`: everything that can be typed. It is given the other commands, so that it can never be out of date. */
export const helpCommand = (others: readonly Command[]): Command => {
  const help: Command = command({
    name: 'help',
    title: 'help',
    description: 'Shows everything that you can type.',
    example: 'help',
    ...sayings.help,
    changesState: false,
    needs: [],
    right: 'nothing',
    parameters: z.object({}),
    run: (turn) => Promise.resolve(helpCard({ commands: [help, ...others], locale: turn.locale })),
  });
  return help;
};
