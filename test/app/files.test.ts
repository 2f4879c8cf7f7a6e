import { startDesk, type TestDesk } from '../support/desk';
import type { Place } from '../support/fakeTeams';
import { type OneDrive, startOneDrive } from '../support/oneDrive';
import { textsOf } from '../support/readCard';
import { conversation } from './support/conversation';
import { readCsv } from './support/readCsv';

let desk: TestDesk;
let drive: OneDrive;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded' });
  drive = await startOneDrive(desk.teams);
});
afterEach(() => desk.sandbox.world.faults.clear());
afterAll(() => Promise.all([desk.close(), drive.close()]));

const newChat = () => desk.teams.places.addPersonalChat(desk.megan);
const say = (chat: Place, text: string) => desk.teams.say({ by: desk.megan, in: chat }, text);
const lastText = (chat: Place) => desk.teams.posts.texts(chat.id).at(-1) ?? '';

function offerIn(chat: Place) {
  const offer = drive.offers(chat).at(-1);
  if (!offer) throw new Error(`Nothing is offered: ${desk.teams.posts.texts(chat.id).join('\n')}`);
  return offer;
}

/** Types, presses Allow, and gives the file once it is there. */
async function fileFor(text: string, chat = newChat()) {
  await say(chat, text);
  const before = drive.sessions.files.length;
  await drive.accept(desk.megan, chat, offerIn(chat));
  await desk.until(`a file for ${text}`, () => drive.infos(chat).length > 0);
  const file = drive.sessions.files[before];
  if (!file) throw new Error('No file has arrived');
  return { chat, ...file, rows: () => readCsv(file.bytes) };
}

describe('a list as a file', () => {
  it('is offered on a consent card, and nothing is read before it is accepted', async () => {
    const chat = newChat();
    const calls = desk.sandbox.world.requests().length;
    await say(chat, 'unpaid invoices as csv');
    const offer = offerIn(chat);
    expect(offer.name).toMatch(/^invoices-\d{4}-\d\d-\d\d\.csv$/);
    expect(offer.description).toContain('Invoices · Paid: unpaid');
    expect(offer.sizeInBytes).toBeGreaterThan(0);
    const billing = desk.sandbox.world
      .requests()
      .slice(calls)
      .filter(({ path }) => path.includes('/invoices'));
    expect(billing).toEqual([]);
  });

  it('has every row of the question, read with the own token of the person', async () => {
    const { rows, chat } = await fileFor('export unpaid invoices');
    const calls = desk.sandbox.world.requests().filter(({ path }) => path.includes('/invoices'));
    expect(calls.at(-1)).toMatchObject({ who: desk.megan.aadObjectId, audience: 'partner-center' });
    const { ask } = conversation(desk);
    const shown = textsOf(await ask('unpaid invoices')).find((text) => /invoices? ·/.test(text)) ?? '';
    const [, count] = /^(\d+) of/.exec(shown) ?? [];
    expect(rows()).toHaveLength(Number(count));
    expect(rows().every((row) => Number(row['Amount due']) > 0)).toBe(true);
    expect(rows()[0]?.['Invoice date']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(rows()[0]?.Currency).toMatch(/^[A-Z]{3}$/);
    expect(desk.teams.posts.texts(chat.id)[0]).toMatch(
      /^invoices-.*\.csv is complete and in your OneDrive: \d+ rows?\.$/,
    );
  });

  it('begins with the mark by which Excel knows UTF-8, ends lines with CRLF, and is sent without a token', async () => {
    const { bytes } = await fileFor('export invoices 2026');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const text = bytes.toString();
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true);
    expect(drive.sessions.refusals).toEqual([]);
    expect(text).not.toContain('documents/statement');
  });

  it.each([
    ['export customers', /^customers-/, 'Customer ID', 'Company name'],
    ['customers starting with con as csv', /^customers-/, 'Customer ID', 'Domain'],
    ['subscriptions for Contoso Deutschland GmbH as excel', /^subscriptions-Contoso-/, 'Subscription ID', 'Status'],
    ['export orders for Contoso Deutschland GmbH', /^orders-Contoso-/, 'Order ID', 'Quantity'],
    ['export referrals', /^referrals-/, 'Referral ID', 'Status'],
    ['export referrals from US over 10k', /^referrals-/, 'Referral ID', 'Deal value'],
  ])('%s', async (text, name, idColumn, otherColumn) => {
    const file = await fileFor(text);
    expect(file.name).toMatch(name);
    expect(file.rows().length).toBeGreaterThan(0);
    expect(new Set(file.rows().map((row) => row[idColumn])).has('')).toBe(false);
    expect(file.rows().some((row) => row[otherColumn] !== '')).toBe(true);
  });

  it('has every customer once, however many pages there are', async () => {
    const { rows } = await fileFor('export customers');
    const { ask } = conversation(desk);
    expect(rows().length).toBeGreaterThan(100);
    expect(new Set(rows().map((row) => row['Customer ID'])).size).toBe(rows().length);
    const shown = textsOf(await ask('customers starting with con'));
    const con = rows().filter((row) => row['Company name']?.toLowerCase().startsWith('con'));
    expect(shown.join('\n')).toContain(`${con.length} customers`);
  });

  it('comes from the Export button of a list, with the filters of the list', async () => {
    const { ask, press, chat } = conversation(desk);
    await ask('unpaid invoices');
    await expect(press('list.export')).rejects.toThrow('offered to you below');
    const before = drive.sessions.files.length;
    await drive.accept(desk.megan, chat, offerIn(chat));
    await desk.until('the file', () => drive.infos(chat).length > 0);
    const rows = readCsv(drive.sessions.files[before]?.bytes ?? Buffer.alloc(0));
    expect(rows.every((row) => Number(row['Amount due']) > 0)).toBe(true);
  });

  it('asks which customer where several are meant, and offers the file for the one that is chosen', async () => {
    const { ask, press, chat } = conversation(desk);
    await ask('subscriptions for contoso as csv');
    await expect(press('customer.choose')).rejects.toThrow('offered to you below');
    expect(offerIn(chat).name).toMatch(/^subscriptions-/);
  });

  it('follows a question: "as csv"', async () => {
    const { ask, chat } = conversation(desk);
    await ask('paid invoices');
    await say(chat, 'as csv please');
    expect(offerIn(chat).description).toContain('Paid: paid');
  });
});

describe('an invoice as a file', () => {
  it('is the PDF of Partner Center, from its button and from words', async () => {
    const { ask, press, chat } = conversation(desk);
    await ask('invoices');
    await press('invoice.show');
    await expect(press('invoice.pdf')).rejects.toThrow('offered to you below');
    const { name } = offerIn(chat);
    expect(name).toMatch(/^invoice-[A-Z0-9]+\.pdf$/);
    const id = name.slice('invoice-'.length, -'.pdf'.length);
    const { bytes } = await fileFor(`pdf of invoice ${id}`);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('and its lines are a table with a currency column', async () => {
    const { ask, press, chat } = conversation(desk);
    await ask('invoices');
    await press('invoice.show');
    await expect(press('invoice.pdf')).rejects.toThrow('offered');
    const id = offerIn(chat).name.slice('invoice-'.length, -'.pdf'.length);
    const { rows } = await fileFor(`lines of invoice ${id} as csv`);
    expect(rows().length).toBeGreaterThan(0);
    expect(rows().every((row) => row['Invoice ID'] === id && /^[A-Z]{3}$/.test(row.Currency ?? ''))).toBe(true);
  });

  it('that is not there is said to be missing, without a file', async () => {
    const chat = newChat();
    await say(chat, 'pdf of invoice X999999');
    await drive.accept(desk.megan, chat, offerIn(chat));
    const said = () => desk.teams.posts.texts(chat.id)[0] ?? '';
    await desk.until('a sentence', () => /No file was made/.test(said()));
    expect(said()).toMatch(/does not have this.*Reference PD-/);
  });
});

describe('asked for where many read', () => {
  it('goes to the own chat of the person, and the channel is told so', async () => {
    const { channel, megan, teams } = desk;
    await teams.say({ by: megan, in: channel }, 'export unpaid invoices');
    expect(teams.posts.texts(channel.id).at(-1)).toMatch(/offered it in your own chat with me/);
    expect(drive.offers(channel)).toEqual([]);
    const own = teams.places.all.filter(({ kind, members }) => kind === 'personal' && members.includes(megan));
    expect(own.flatMap((chat) => drive.offers(chat)).some(({ description }) => description.includes('unpaid'))).toBe(
      true,
    );
  });

  it('says what to do where the bot cannot write to the person', async () => {
    const { channel, isaiah, teams } = desk;
    const fault = teams.fault({ method: 'POST', path: /^\/v3\/conversations$/, status: 403, code: 'Forbidden' });
    await teams.say({ by: isaiah, in: channel }, 'export referrals');
    fault.remove();
    expect(teams.posts.texts(channel.id).at(-1)).toMatch(/Add Partner Desk for yourself.*Reference PD-/);
  });
});

describe('an offer', () => {
  it('is for its person alone', async () => {
    const chat = newChat();
    await say(chat, 'export invoices');
    const files = drive.sessions.files.length;
    await drive.accept(desk.isaiah, chat, offerIn(chat));
    await desk.until('a refusal', () => desk.teams.posts.texts(chat.id).some((text) => text.includes('somebody else')));
    expect(drive.sessions.files.length).toBe(files);
  });

  it('is used once', async () => {
    const chat = newChat();
    await say(chat, 'export invoices 2026');
    const offer = offerIn(chat);
    await drive.accept(desk.megan, chat, offer);
    await desk.until('the file', () => drive.infos(chat).length > 0);
    const files = drive.sessions.files.length;
    await drive.accept(desk.megan, chat, offer);
    await desk.until('a sentence', () =>
      desk.teams.posts.texts(chat.id).some((text) => text.includes('has been used')),
    );
    expect(drive.sessions.files.length).toBe(files);
  });

  it('that is declined makes nothing, and cannot be accepted after that', async () => {
    const chat = newChat();
    await say(chat, 'export invoices');
    const offer = offerIn(chat);
    await drive.decline(desk.megan, chat, offer);
    await desk.until('the card gone', () => drive.offers(chat).length === 0);
    expect(lastText(chat)).toContain('Declined');
    await drive.accept(desk.megan, chat, offer);
    await desk.until('a sentence', () => lastText(chat).includes('has been used'));
  });

  it('that names an address which is not safe makes nothing and can be asked for again', async () => {
    const chat = newChat();
    await say(chat, 'export invoices');
    await drive.accept(desk.megan, chat, offerIn(chat), 'http://onedrive.example/upload');
    await desk.until('a sentence', () => lastText(chat).includes('no safe address'));
    expect(drive.infos(chat)).toEqual([]);
  });
});
