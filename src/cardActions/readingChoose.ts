import { z } from 'zod/v4';
import { commands } from '../commands';
import type { Desk } from '../commands/desk';
import { readText } from '../commands/grammar';
import { unclearWords } from '../locales/unclearWords';
import { cardAction, type Press } from './cardAction';

/** One of several readings of an unclear question was meant: its answer. */
export const readingChoose = cardAction({
  verb: 'reading.choose',
  data: z.object({ text: z.string().min(1).max(400) }),
  right: ({ text }, press, desk) => read(text, press, desk)?.command.right ?? 'read',
  needs: ({ text }, press, desk) => read(text, press, desk)?.command.needs ?? [],
  run: async (press, { text }, desk) => {
    const reading = read(text, press, desk);
    return reading ? reading.command.run(press, reading.parameters, desk) : unclearWords.gone;
  },
});

const read = (text: string, { timeZone, locale }: Press, desk: Desk) =>
  readText(text, commands, { now: desk.clock.now(), timeZone, locale });
