import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../src/commands';
import { readText } from '../../src/commands/grammar';
import { messageActions, searchCommands } from '../../src/messageExtension';
import { readManifest, root } from './appPackageFolder';

const manifest = readManifest();
const listed = manifest.bots.flatMap((bot) => bot.commandLists.flatMap((list) => list.commands));

test('the app has the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(manifest.version).toBe(version);
});

test('the command list of the manifest is the one of the bot, as far as Teams shows it; help has all', () => {
  const expected = commands.slice(0, 10).map(({ name, title, description, example }) => ({
    title: name,
    description: title === name ? description : `${description} For example: ${example}`,
  }));
  expect(listed).toEqual(expected);
});

test.each(listed.map(({ title }) => title))('"%s", chosen from the list of commands, is understood', (title) => {
  expect(readText(title, commands, { now: 0, timeZone: undefined, locale: 'en-US' })?.command.name).toBe(title);
});

test('the list of commands fits what Teams shows', () => {
  // https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema#botscommandlists
  expect(listed.length).toBeLessThanOrEqual(10);
  for (const { title, description } of listed) {
    expect(title.length).toBeLessThanOrEqual(32);
    expect(description.length).toBeLessThanOrEqual(128);
  }
});

test('the searches of the manifest are those of the message extension', () => {
  const searches = manifest.composeExtensions.flatMap(({ commands: all }) =>
    all.filter(({ type }) => type === 'query'),
  );
  expect(searches).toEqual(
    searchCommands.map(({ id, title, description, placeholder }) => ({
      id,
      type: 'query',
      title,
      description,
      context: ['compose', 'commandBox'],
      initialRun: true,
      parameters: [{ name: 'query', title, description: placeholder, inputType: 'text' }],
    })),
  );
  // https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema#composeextensionscommands
  for (const { title, description, placeholder } of searchCommands) {
    expect([title.length <= 32, description.length <= 128, placeholder.length <= 128]).toEqual([true, true, true]);
  }
});

test('the actions of the manifest are those of the message extension', () => {
  const actions = manifest.composeExtensions.flatMap(({ commands: all }) =>
    all.filter(({ type }) => type === 'action'),
  );
  const declared = messageActions.map(({ id, title, description }) => ({ id, type: 'action', title, description }));
  expect(actions).toEqual(declared.map((action) => ({ ...action, context: ['message'], fetchTask: true })));
});
