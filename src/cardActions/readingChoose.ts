import { z } from 'zod/v4';
import { commands } from '../commands';
import { readText } from '../commands/grammar';
import { unclearWords } from '../locales/unclearWords';
import { cardAction } from './cardAction';

/** One of several readings of an unclear question was meant: its answer. */
export const readingChoose = cardAction({
  verb: 'reading.choose',
  data: z.object({ text: z.string().min(1).max(400) }),
  run: async (press, { text }, desk) => {
    const { timeZone, locale } = press;
    const reading = readText(text, commands, { now: desk.clock.now(), timeZone, locale });
    return reading ? reading.command.run(press, reading.parameters, desk) : unclearWords.gone;
  },
});
