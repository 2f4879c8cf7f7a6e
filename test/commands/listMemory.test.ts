import { ListMemory } from '../../src/commands/listMemory';
import { TestClock } from '../support/testClock';

const megan = { personId: 'megan', question: { startsWith: 'con' }, anew: false };

/** A list of `pages` pages with ten things each, which counts how often it was begun and how many pages were read. */
function source(pages: number) {
  const counted = { begun: 0, pages: 0 };
  async function* read() {
    counted.begun++;
    for (let page = 0; page < pages; page++) {
      counted.pages++;
      yield await Promise.resolve(Array.from({ length: 10 }, (_, at) => page * 10 + at));
    }
  }
  return { counted, read };
}

/** A list whose second page does not come. */
async function* failing() {
  yield await Promise.resolve([1]);
  throw new Error('Partner Center is down');
}

test('reads as far as somebody looks, then goes on from there', async () => {
  const memory = new ListMemory<number>(new TestClock());
  const { counted, read } = source(3);
  expect(await memory.read(megan, 11, read)).toMatchObject({ items: { length: 20 }, complete: false });
  expect(await memory.read(megan, 15, read)).toMatchObject({ items: { length: 20 } });
  expect(await memory.read(megan, Infinity, read)).toMatchObject({ items: { length: 30 }, complete: true });
  expect(counted).toEqual({ begun: 1, pages: 3 });
});

test.each([
  ['another person', { ...megan, personId: 'isaiah' }],
  ['another question', { ...megan, question: { startsWith: 'fab' } }],
  ['the same asked anew', { ...megan, anew: true }],
])('%s reads a list of its own', async (_, asked) => {
  const memory = new ListMemory<number>(new TestClock());
  const { counted, read } = source(3);
  await memory.read(megan, 1, read);
  await memory.read(asked, 1, read);
  expect(counted.begun).toBe(2);
});

test('an answer that is left out of the question does not make it another one', async () => {
  const memory = new ListMemory<number>(new TestClock());
  const { counted, read } = source(3);
  await memory.read(megan, 1, read);
  await memory.read({ ...megan, question: { domain: undefined, startsWith: 'con' } }, 1, read);
  expect(counted.begun).toBe(1);
});

test('ten minutes later it is forgotten', async () => {
  const clock = new TestClock();
  const memory = new ListMemory<number>(clock);
  const { counted, read } = source(3);
  await memory.read(megan, 1, read);
  await clock.advance(10 * 60_000 + 1);
  await memory.read(megan, 1, read);
  expect(counted.begun).toBe(2);
});

test('presses at the same moment read each page once', async () => {
  const memory = new ListMemory<number>(new TestClock());
  const { counted, read } = source(3);
  const both = await Promise.all([memory.read(megan, 30, read), memory.read(megan, 30, read)]);
  expect(both.map(({ items }) => items.length)).toEqual([30, 30]);
  expect(counted).toEqual({ begun: 1, pages: 3 });
});

test('a list that failed is begun anew', async () => {
  const memory = new ListMemory<number>(new TestClock());
  const { counted, read } = source(3);
  await expect(memory.read(megan, 5, failing)).rejects.toThrow('down');
  expect(await memory.read(megan, 5, read)).toMatchObject({ items: { length: 10 } });
  expect(counted.begun).toBe(1);
});

test('it holds a hundred lists, those that were used last', async () => {
  const memory = new ListMemory<number>(new TestClock());
  const { counted, read } = source(1);
  await memory.read(megan, 1, read);
  for (let person = 0; person < 60; person++) await memory.read({ ...megan, personId: `a${person}` }, 1, read);
  await memory.read(megan, 1, read);
  for (let person = 0; person < 60; person++) await memory.read({ ...megan, personId: `b${person}` }, 1, read);
  const begun = counted.begun;
  await memory.read(megan, 1, read);
  expect(counted.begun).toBe(begun);
  await memory.read({ ...megan, personId: 'a0' }, 1, read);
  expect(counted.begun).toBe(begun + 1);
});
