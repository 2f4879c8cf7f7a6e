import { cardActions } from '../../src/cardActions';
import { startDesk, type TestDesk } from '../support/desk';

/** What the buttons of a verb carried in the first version that had it, with what people fill in; ids by their names. */
interface OldButton {
  verb: string;
  data?: Record<string, string | number>;
  inputs?: Record<string, string>;
  /** What the press comes to. */
  says: RegExp;
}

const referral = { referralId: '{referral}' };
const customer = { customerId: '{customer}', customerName: 'Contoso' };
const watch = { watchId: '{watch}' };
const newReferral = { type: 'Independent', customerName: 'Fabrikam', country: 'US', name: 'Sixty seats' };

/**
 * One for each verb, as it was first released. Cards stay in Teams for years: an entry is never changed, and a new verb brings
 * its own.
 */
const oldButtons: readonly OldButton[] = [
  { verb: 'watch.start', says: /Watching/ },
  { verb: 'watch.backlog', says: /older referrals? (is|are) being posted/ },
  { verb: 'referral.refresh', data: referral, says: /referral\.accept/ },
  { verb: 'referral.show', data: referral, says: /referral\.accept/ },
  {
    verb: 'referral.snooze',
    data: referral,
    inputs: { until: '2026-11-24' },
    says: /put off the reminders here until Nov 24/,
  },
  { verb: 'referral.note', data: referral, inputs: { note: 'Called them' }, says: /Megan Bowen added a note/ },
  { verb: 'referral.update', data: referral, inputs: { dealValue: '70000', currency: 'USD' }, says: /\$70,000/ },
  {
    verb: 'referral.assign',
    data: referral,
    inputs: { email: 'alex@contoso.example' },
    says: /added alex@contoso\.example to the team/,
  },
  { verb: 'referral.accept', data: referral, says: /Accepted by Megan Bowen/ },
  { verb: 'referral.won', data: referral, says: /Won, closed by Megan Bowen/ },
  {
    verb: 'referral.decline',
    data: { referralId: '{second}' },
    inputs: { reason: 'budget' },
    says: /Declined by Megan/,
  },
  {
    verb: 'referral.lost',
    data: { referralId: '{third}' },
    inputs: { lostReason: 'budget' },
    says: /Lost, closed by Megan Bowen/,
  },
  { verb: 'referral.create', inputs: newReferral, says: /referral\.create\.confirm/ },
  { verb: 'referral.create.form', data: { draftId: '{draft}' }, says: /Sixty seats/ },
  { verb: 'referral.create.confirm', data: { draftId: '{draft}' }, says: /Megan Bowen created it/ },
  { verb: 'referral.create.resume', data: { draftId: '{draft}' }, says: /Megan Bowen created it/ },
  { verb: 'customer.choose', data: { ...customer, next: 'subscriptions' }, says: /Contoso.*\d subscriptions/ },
  { verb: 'customer.show', data: { customerId: '{customer}' }, says: /onmicrosoft\.com/ },
  {
    verb: 'list.page',
    data: { list: 'subscriptions', ...customer, domain: '', page: 0 },
    says: /Contoso.*\d subscriptions/,
  },
  { verb: 'list.export', data: { list: 'orders', ...customer, rows: 3 }, says: /orders-Contoso-2026-11-21\.csv/ },
  { verb: 'subscription.show', data: { ...customer, subscriptionId: '{subscription}' }, says: /Auto-renew/ },
  { verb: 'order.show', data: { ...customer, orderId: '{order}' }, says: /Order \w+.*Contoso/ },
  { verb: 'invoice.show', data: { invoiceId: '{invoice}' }, says: /Invoice \w+.*Amount due/ },
  { verb: 'invoice.pdf', data: { invoiceId: '{invoice}' }, says: /invoice-\w+\.pdf/ },
  {
    verb: 'invoiceLine.show',
    data: { invoiceId: '{invoice}', provider: 'office', type: 'billing_line_items', line: 0 },
    says: /Office: billing lines/,
  },
  { verb: 'reading.choose', data: { text: 'help' }, says: /What you can type/ },
  { verb: 'quiet.set', inputs: { quietFrom: '22:00', quietUntil: '07:00' }, says: /From 22:00 to 07:00/ },
  { verb: 'quiet.clear', says: /There are none here/ },
  { verb: 'watch.list', says: /Every new referral/ },
  { verb: 'watch.show', data: watch, says: /Every new referral/ },
  { verb: 'watch.form', data: watch, says: /watch\.edit/ },
  { verb: 'watch.test', data: { ...watch, page: 0 }, says: /Would have matched/ },
  { verb: 'watch.pause', data: watch, inputs: { pauseUntil: '2026-11-24' }, says: /Paused until/ },
  { verb: 'watch.resume', data: watch, says: /It goes on/ },
  { verb: 'watch.edit', data: watch, inputs: { kinds: 'coSell', min: '50000', currency: 'USD' }, says: /Co-sell/ },
  { verb: 'watch.remove', data: watch, says: /Nothing is being watched here/ },
  { verb: 'watch.news', data: { news: 'invoices' }, says: /invoices Partner Center tells only by webhooks/ },
  // What the list showed is not kept any more.
  { verb: 'fold.show', data: referral, says: /This list is not kept any more/ },
  { verb: 'fold.page', data: { from: '{referral}' }, says: /This list is not kept any more/ },
  { verb: 'customer.forget', data: { customer: 'Nobody Ltd' }, says: /Erased.*0 closed referrals/ },
];

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ world: 'seeded', env: { POLL_INTERVAL_SECONDS: '3600' } });
});
afterAll(() => desk.close());

async function idAt(base: string, path: string, audience: string): Promise<string> {
  const headers = { authorization: `Bearer sandbox.${audience}.${desk.megan.aadObjectId}` };
  const list = (await (await fetch(base + path, { headers })).json()) as { items?: { id: string }[] };
  return list.items?.[0]?.id ?? '';
}

it('each verb has the data of its first version here', () => {
  expect(oldButtons.map(({ verb }) => verb).toSorted()).toEqual(cardActions.map(({ verb }) => verb).toSorted());
});

it('every button of the first versions does today what it says', async () => {
  const { partnerCenterApiUrl: api, world } = desk.sandbox;
  const customerId = await idAt(api, '/customers?size=1', 'partner-center');
  const [first, second, third] = world.referrals.arrive({}, 3).map(({ id }) => id);
  const ids: Record<string, string> = {
    customer: customerId,
    subscription: await idAt(api, `/customers/${customerId}/subscriptions`, 'partner-center'),
    order: await idAt(api, `/customers/${customerId}/orders`, 'partner-center'),
    invoice: await idAt(api, '/invoices?size=1', 'partner-center'),
    referral: first ?? '',
    second: second ?? '',
    third: third ?? '',
  };
  world.referrals.changeInPortal(third ?? '', { status: 'Active', substatus: 'Accepted' });
  const where = { by: desk.megan, in: desk.channel };
  await desk.teams.say(where, 'help');
  const activityId = desk.teams.cards(desk.channel.id).at(-1)?.activityId ?? '';
  const wrong: string[] = [];
  for (const { verb, data = {}, inputs = {}, says } of oldButtons) {
    const filled = JSON.stringify({ verb, ...data }).replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
    await desk.clock.advance(1_500);
    const answer = await desk.teams.press(
      where,
      activityId,
      verb,
      inputs,
      JSON.parse(filled) as Record<string, unknown>,
    );
    const said = JSON.stringify(answer.body?.value ?? '');
    for (const name of ['watch', 'draft']) ids[name] ??= new RegExp(`"${name}Id":"([^"]+)"`).exec(said)?.[1] as string;
    if (!says.test(said) || said.includes('out of date')) wrong.push(`${verb}: ${said.slice(0, 300)}`);
  }
  expect(wrong).toEqual([]);
});
