import { readText } from '../../src/commands/grammar';
import { declarations } from './declarations';
import { phrasedAt, phrasings } from './phrasings';
import { meansNothing } from './phrasings/meansNothing';

const context = { now: phrasedAt, timeZone: 'Europe/Stockholm', locale: 'en-GB' };

function read(text: string) {
  const reading = readText(text, declarations, context);
  return reading && { command: reading.command.name, parameters: reading.parameters };
}

describe('what people type', () => {
  it('is a table of three hundred phrasings and more, each once', () => {
    const texts = [...phrasings.map(([text]) => text), ...meansNothing];
    expect(phrasings.length).toBeGreaterThanOrEqual(300);
    expect(meansNothing.length).toBeGreaterThanOrEqual(60);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(phrasings.map(([text, command, parameters = {}]) => [text, command, parameters] as const))(
    '"%s" means %s',
    (text, command, parameters) => {
      expect(read(text)).toEqual({ command, parameters });
    },
  );

  it.each(meansNothing)('"%s" is no command', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
