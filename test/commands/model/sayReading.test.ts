import { readText } from '../../../src/commands/grammar';
import { type Given, sayReading } from '../../../src/commands/model/sayReading';
import { declarations } from '../declarations';
import { phrasedAt, phrasings } from '../phrasings';

const context = { now: phrasedAt, timeZone: 'Europe/Stockholm', locale: 'en-GB' };

describe('a reading in the words of the grammar', () => {
  it.each(phrasings.map(([, command, parameters = {}]) => [command, parameters] as const))(
    '%s %j is read as it was meant',
    (command, parameters) => {
      const declaration = declarations.find(({ name }) => name === command);
      const said = declaration && sayReading(declaration, parameters as Given);
      expect(said).toBeDefined();
      const reading = readText(said ?? '', declarations, context);
      expect([said, reading?.command.name, reading?.parameters]).toEqual([said, command, parameters]);
    },
  );
});
