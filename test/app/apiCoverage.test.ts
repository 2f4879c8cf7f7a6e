import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import connectorFields from '../fixtures/documented/connector-fields.json';
import { startDesk, type TestDesk } from '../support/desk';
import { conversation } from './support/conversation';
import { shownTexts } from './support/shownTexts';

type Json = Record<string, unknown>;

const page = readFileSync(join(__dirname, '../../docs/api-coverage.md'), 'utf8');

/** The rows of the table of an action: field, where it is among all fields, where it is at a glance. */
const rowsOf = (action: string): string[][] =>
  (page.split(/^## /m).find((part) => part.startsWith(action)) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk({ world: 'seeded' });
  const { customers } = desk.sandbox.world;
  const [model] = customers.all();
  const [order] = customers.all().flatMap(({ id }) => customers.ordersOf(id));
  if (!model || !order) throw new Error('The sandbox is empty');
  // What the sandbox has no example of.
  const id = '0b0e1c4d-7f36-4a52-8c19-5d2f3a6b7c80';
  const address = { ...model.companyProfile.address, region: 'EMEA' };
  const lineItems = order.lineItems.map((line) => ({ ...line, customTermEndDate: '2027-08-31T00:00:00Z' }));
  customers.add(
    {
      ...model,
      id,
      companyProfile: { ...model.companyProfile, address },
      billingProfile: { ...model.billingProfile, defaultAddress: address },
    },
    [],
    [{ ...order, lineItems }],
  );
});
afterAll(() => desk.close());

/** What Partner Center itself answers. */
async function upstream(path: string): Promise<Json> {
  const headers = { authorization: `Bearer sandbox.partner-center.${desk.megan.aadObjectId}` };
  return (await (await fetch(desk.sandbox.partnerCenterApiUrl + path, { headers })).json()) as Json;
}

const itemsOf = async (path: string) => (await upstream(path))['items'] as (Json & { id: string })[];

/** Every page of the fields of a card, pressed one after the other. */
async function everyField(
  { press }: ReturnType<typeof conversation>,
  verb: string,
  id: Record<string, string>,
): Promise<string[]> {
  const texts: string[] = [];
  for (let from: number | undefined = 0; from !== undefined;) {
    const card: object = await press(verb, { ...id, ...(from > 0 ? { fieldsFrom: from } : {}) });
    texts.push(...shownTexts(card));
    const next = [...JSON.stringify(card).matchAll(/"fieldsFrom":(\d+)/g)].map(([, at]) => Number(at));
    const farther = Math.max(...next, from);
    from = farther > from ? farther : undefined;
  }
  return texts;
}

interface Shown {
  /** As Partner Center has it. */
  resource: Json;
  /** All that the chat shows of it. */
  texts: () => Promise<string[]>;
}

/** What Partner Center holds for each action, and how to see it in chat. */
const asked: Record<string, () => AsyncGenerator<Shown>> = {
  async *'Get all customers'() {
    const filter = encodeURIComponent('{"Field":"CompanyName","Value":"contoso","Operator":"starts_with"}');
    for (const resource of await itemsOf(`/customers?size=10&filter=${filter}`)) {
      yield {
        resource,
        texts: () => seen('customers starting with contoso', 'customer.show', { customerId: resource.id }),
      };
    }
  },
  async *'Get customer details'() {
    for (const { id: customerId } of desk.sandbox.world.customers.all().toReversed()) {
      const resource = await upstream(`/customers/${customerId}`);
      yield { resource, texts: () => seen(`customer ${customerId}`, 'customer.show', { customerId }) };
    }
  },
  'Get customer subscriptions': () => ofCustomers('subscriptions', 'subscription.show', 'subscriptionId'),
  'Get customer orders': () => ofCustomers('orders', 'order.show', 'orderId'),
  async *'Get invoices'() {
    for (const { id: invoiceId } of await itemsOf('/invoices?size=200&offset=0')) {
      const resource = await upstream(`/invoices/${invoiceId}`);
      yield { resource, texts: () => seen(`invoice ${invoiceId}`, 'invoice.show', { invoiceId }) };
    }
  },
};

async function* ofCustomers(what: 'subscriptions' | 'orders', verb: string, idName: string): AsyncGenerator<Shown> {
  for (const { id: customerId } of desk.sandbox.world.customers.all().toReversed()) {
    for (const resource of await itemsOf(`/customers/${customerId}/${what}`)) {
      const ids = { customerId, [idName]: resource.id };
      yield { resource, texts: () => seen(`${what} for ${customerId}`, verb, ids) };
    }
  }
}

async function seen(question: string, verb: string, ids: Record<string, string>): Promise<string[]> {
  const chat = conversation(desk);
  await chat.ask(question);
  return everyField(chat, verb, ids);
}

/** The values at a path; a list on the way gives those of its first member. */
function valueAt(resource: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return resource;
  const first: unknown = Array.isArray(resource) ? resource[0] : resource;
  return valueAt((first as Json | undefined)?.[name], rest);
}

const valueOf = (resource: Json, field: string): unknown => valueAt(resource, field.replace('items.', '').split('.'));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether a person reads that value there, as far as a test can tell without doing the product's work. */
function isShown(value: unknown, shown: string): boolean {
  if (typeof value === 'boolean') return shown === (value ? 'Yes' : 'No');
  if (typeof value === 'number') {
    return shown.split(' ')[0] === value.toLocaleString('en-US', { maximumFractionDigits: 12 });
  }
  if (Array.isArray(value)) return value.every((member) => shown.includes(String(member)));
  const text = String(value);
  const [, day] = /^\d{4}-\d\d-(\d\d)T/.exec(text) ?? [];
  if (day) return shown.split(/\D/).includes(String(Number(day)));
  const [, count, unit] = /^P(\d+)([MY])$/.exec(text) ?? [];
  if (unit) return shown.startsWith(`${count} ${unit === 'M' ? 'month' : 'year'}`);
  return text.endsWith('/documents/statement') ? shown.includes('not shown') : shown === text;
}

const plain = (text: string) => text.replace(/\\(.)/g, '$1');

describe.each(Object.entries(connectorFields))('%s', (action, fields) => {
  const rows = rowsOf(action);

  it('has a row for each field, and no empty cell', () => {
    expect(rows.map(([field = '']) => field.replaceAll('`', ''))).toEqual(fields);
    expect(rows.flat().filter((cell) => cell === '')).toEqual([]);
  });

  it('shows each field in chat, under the label of the table, with the value that Partner Center has', async () => {
    const unseen = new Set(fields.filter((field) => field !== 'totalCount'));
    for await (const { resource, texts } of asked[action]?.() ?? []) {
      const here = [...unseen].filter((field) => !isEmpty(valueOf(resource, field)));
      if (here.length === 0) continue;
      const read = await texts();
      for (const field of here) {
        const [, among = ''] = rows.find(([name]) => name === `\`${field}\``) ?? [];
        const label = among.slice(among.lastIndexOf(': ') + 2);
        const value = valueOf(resource, field);
        const shown = read.some((text, at) => text === label && isShown(value, plain(read[at + 1] ?? '')));
        if (!shown) throw new Error(`${field} is not under "${label}": ${String(value)}`);
        unseen.delete(field);
      }
      if (unseen.size === 0) break;
    }
    expect([...unseen]).toEqual([]);
  });
});
