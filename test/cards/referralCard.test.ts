import { sampleReferral } from '../../scripts/cardGallery/sampleReferral';
import { referralCard, type ReferralCardView } from '../../src/cards/referralCard';
import { referralSchema, type Referral } from '../../src/partnerCenter/referral';
import documented from '../fixtures/documented/list-referrals.response.json';
import { actionsOf, type CardPart, factsOf, textsOf } from '../support/readCard';

const now = Date.parse('2026-11-21T10:04:00Z');
const inHours = (count: number) => new Date(now + count * 3_600_000).toISOString();

const cardOf = (changes: Partial<Referral> = {}, view: Partial<ReferralCardView> = {}) =>
  referralCard({
    referral: { ...sampleReferral, ...changes },
    decision: null,
    notice: null,
    now,
    responseDays: 14,
    locale: 'en-GB',
    referralLink: 'https://partner.example/{engagementId}/{id}',
    ...view,
  });

const microsofts = { id: 'c', organizationId: 'msft', organizationName: 'Microsoft' };
const accepted = { status: 'Active', substatus: 'Accepted' };
const closed = (substatus: string, statusReason?: string) => ({ status: 'Closed', substatus, statusReason });
const by = (verb: 'accept' | 'decline' | 'won' | 'lost') => ({
  decision: { verb, byId: 'u1', byName: 'Megan Bowen', at: now },
});

const styleOf = (card: object) => (card as CardPart).body?.[0]?.style;

test('the first face tells customer, place, value and at most six facts', () => {
  const { card } = cardOf();
  expect(textsOf(card).slice(1, 3)).toEqual(['Fabrikam Residences', 'Buffalo, NY, United States · US$126,500']);
  expect(factsOf(card)).toEqual({
    Kind: 'Co-sell opportunity',
    Solutions: 'Teams Phone in a week, Cloud Voice',
    From: 'Microsoft',
    Contact: 'Priya Raman, Head of IT',
    Closes: '26 Feb 2027',
  });
});

test('a new referral can be accepted with one press, or declined, or looked at, or accepted with more', () => {
  expect(actionsOf(cardOf().card).map(({ title, type, verb }) => [title, verb ?? type])).toEqual([
    ['Accept', 'referral.accept'],
    ['Decline', 'Action.ShowCard'],
    ['Details', 'Action.ShowCard'],
    ['Accept with…', 'Action.ShowCard'],
  ]);
});

test('the accept form starts with what the referral has', () => {
  const form = actionsOf(cardOf().card).find(({ title }) => title === 'Accept with…')?.card?.body ?? [];
  expect(form.map(({ id, value }) => [id, value])).toEqual([
    ['dealValue', 126500],
    ['currency', 'USD'],
    ['closingDate', '2027-02-26'],
    ['acceptNote', undefined],
  ]);
});

test('declining asks for one of the eight reasons', () => {
  const form = actionsOf(cardOf().card).find(({ title }) => title === 'Decline')?.card?.body ?? [];
  expect(form.map(({ id, isRequired }) => [id, isRequired])).toEqual([
    ['reason', true],
    ['declineNote', undefined],
  ]);
  expect(form[0]?.choices).toHaveLength(8);
});

test.each<[string, Partial<Referral>, string, string]>([
  ['calm', { expirationDateTime: null }, 'New · 13 days left (by 4 Dec, estimated)', 'accent'],
  ['calm down to three days', { expirationDateTime: inHours(73) }, 'New · 3 days left (by 24 Nov)', 'accent'],
  ['soon from three days', { expirationDateTime: inHours(72) }, 'Answer soon · 3 days left (by 24 Nov)', 'warning'],
  [
    'soon in hours',
    { expirationDateTime: inHours(47) },
    'Answer soon · 47 hours left (by 23 Nov, 09:04 UTC)',
    'warning',
  ],
  [
    'urgent from a day',
    { expirationDateTime: inHours(24) },
    'Urgent · 24 hours left (by 22 Nov, 10:04 UTC)',
    'attention',
  ],
  ['urgent in an hour', { expirationDateTime: inHours(1) }, 'Urgent · 1 hour left (by 21 Nov, 11:04 UTC)', 'attention'],
  [
    'urgent in the last hour',
    { expirationDateTime: inHours(0.4) },
    'Urgent · less than an hour left (by 21 Nov, 10:28 UTC)',
    'attention',
  ],
  [
    'over',
    { expirationDateTime: inHours(-3) },
    'Urgent · time to answer is over (since 21 Nov, 07:04 UTC)',
    'attention',
  ],
  ['undated', { expirationDateTime: null, createdDateTime: null }, 'New · waits for an answer', 'accent'],
])('how long is left, %s, in words and in colour', (_, changes, text, style) => {
  const { card } = cardOf(changes);
  expect([textsOf(card)[0], styleOf(card)]).toEqual([text, style]);
});

test.each<[string, Partial<Referral>, Partial<ReferralCardView>, string, string]>([
  ['accepted here', accepted, by('accept'), '✓ Accepted by Megan Bowen, 21 Nov, 10:04 UTC', 'emphasis'],
  ['accepted elsewhere', accepted, {}, '✓ Accepted in Partner Center', 'emphasis'],
  ['declined here', closed('Declined'), by('decline'), 'Declined by Megan Bowen, 21 Nov, 10:04 UTC', 'emphasis'],
  ['declined elsewhere after we accepted', closed('Declined'), by('accept'), 'Declined in Partner Center', 'emphasis'],
  ['expired', closed('Expired'), {}, 'Expired: nobody answered in time', 'emphasis'],
  ['won', closed('Won'), {}, '✓ Won', 'emphasis'],
  ['won here', closed('Won'), by('won'), '✓ Won, closed by Megan Bowen, 21 Nov, 10:04 UTC', 'emphasis'],
  ['lost here', closed('Lost'), by('lost'), 'Lost, closed by Megan Bowen, 21 Nov, 10:04 UTC', 'emphasis'],
  ['lost', closed('Lost'), {}, 'Lost', 'emphasis'],
  [
    'a status we do not know',
    { status: 'OnHold', substatus: 'AwaitingReview' },
    {},
    'On Hold · Awaiting Review',
    'emphasis',
  ],
  ['no status', { status: null, substatus: null }, {}, 'Status not known', 'emphasis'],
  [
    'a deal of ours that waits, of which the copy is not known',
    { direction: 'Outgoing' },
    {},
    'Waits for the other side · 13 days left (by 4 Dec, estimated)',
    'accent',
  ],
  [
    'a deal of ours that Microsoft has not answered',
    { ...accepted, direction: 'Outgoing' },
    { connected: { ...microsofts, status: 'New', expirationDateTime: inHours(60) } },
    'Still waits for Microsoft · 2 days left (by 23 Nov)',
    'warning',
  ],
  [
    'a deal of ours that Microsoft takes part in',
    { ...accepted, direction: 'Outgoing' },
    { connected: { ...microsofts, ...accepted, acceptedDateTime: inHours(-1) } },
    '✓ Accepted by Microsoft, 21 Nov, 09:04 UTC',
    'accent',
  ],
  [
    'a deal of ours that Microsoft declined',
    { ...accepted, direction: 'Outgoing' },
    { connected: { ...microsofts, ...closed('Declined'), closedDateTime: inHours(-1) } },
    'Declined by Microsoft, 21 Nov, 09:04 UTC',
    'warning',
  ],
  [
    'a deal of ours that another partner let run out',
    { ...accepted, direction: 'Outgoing' },
    { connected: { id: 'c', organizationName: 'Trey Research', ...closed('Expired') } },
    'Expired at Trey Research: not answered in time',
    'warning',
  ],
  [
    'a deal of ours that we lost after Microsoft had declined',
    { ...closed('Lost'), direction: 'Outgoing' },
    { connected: { ...microsofts, ...closed('Declined') } },
    'Lost',
    'emphasis',
  ],
  ['a deal of ours that runs', { ...accepted, direction: 'Outgoing' }, {}, 'Active deal', 'accent'],
])('%s: says so and has no stale buttons', (_, changes, view, text, style) => {
  const { card } = cardOf(changes, view);
  expect([textsOf(card)[0], styleOf(card)]).toEqual([text, style]);
  const { status, direction } = { ...sampleReferral, ...changes };
  expect(actionsOf(card).map(({ title }) => title)).toEqual(
    status === 'Active'
      ? ['Won', 'Lost', 'Details', 'Note', 'Change', 'Teammate']
      : status === 'New' && direction === 'Outgoing'
        ? ['Details', 'Note', 'Change', 'Teammate', 'Refresh']
        : ['Details', 'Refresh'],
  );
});

test('closing a deal for good takes a second press', () => {
  const won = actionsOf(cardOf(accepted).card).find(({ title }) => title === 'Won')?.card;
  expect(textsOf(won ?? {})).toEqual(['This closes the deal. Nothing can be changed in it afterwards.']);
  expect(actionsOf(won ?? {}).map(({ title, verb }) => [title, verb])).toEqual([['Close as won', 'referral.won']]);
});

test.each([
  ['Lost', ['lostReason', 'lostNote'], 'referral.lost'],
  ['Note', ['note'], 'referral.note'],
  ['Change', ['dealValue', 'currency', 'closingDate'], 'referral.update'],
  ['Teammate', ['email', 'firstName', 'lastName'], 'referral.assign'],
])('behind %s of a deal that runs: its inputs and its button', (button, inputs, verb) => {
  const form = actionsOf(cardOf(accepted).card).find(({ title }) => title === button)?.card;
  expect(form?.body?.map(({ id }) => id)).toEqual(inputs);
  expect(actionsOf(form ?? {}).map((action) => action.verb)).toEqual([verb]);
});

test('a declined referral tells the reason first', () => {
  const { card } = cardOf(closed('Declined', 'Budget insufficient: maybe next year'));
  expect(Object.entries(factsOf(card))[0]).toEqual(['Reason', 'Budget insufficient: maybe next year']);
});

test('a referral that we accepted and that was won still tells who accepted it', () => {
  const told = { Accepted: 'by Megan Bowen, 21 Nov' };
  expect(factsOf(cardOf(closed('Won'), by('accept')).card)).toMatchObject(told);
  const wonHere = { decision: { ...by('won').decision, byName: 'Alex Wilber', earlier: by('accept').decision } };
  expect(factsOf(cardOf(closed('Won'), wonHere).card)).toMatchObject(told);
});

test('behind Details stands when it arrived, was accepted and was closed', () => {
  const times = { acceptedDateTime: inHours(-20), closedDateTime: inHours(-1) };
  const details = actionsOf(cardOf({ ...closed('Won'), ...times }).card).find(({ title }) => title === 'Details')?.card;
  expect(factsOf(details ?? {})).toMatchObject({
    Received: '20 Nov, 09:12 UTC',
    'Accepted on': '20 Nov, 14:04 UTC',
    'Closed on': '21 Nov, 09:04 UTC',
  });
  const waiting = actionsOf(cardOf({ expirationDateTime: inHours(5) }).card).find(({ title }) => title === 'Details');
  expect(factsOf(waiting?.card ?? {})).toMatchObject({ 'Answer by': '21 Nov, 15:04 UTC' });
});

test('a notice about a press that failed is on the card', () => {
  expect(textsOf(cardOf(accepted, { notice: 'Alex was *faster*.' }).card)[1]).toBe('Alex was \\*faster\\*.');
});

test('what people wrote is never evaluated as a template', () => {
  const { card } = cardOf({ details: { notes: '${referralId} ${1+1}' } });
  expect(textsOf(card).at(-1)).toBe('${referralId} ${1+1}');
});

test('notes in a right-to-left script are read from the right, and a name in one does not reorder what is around it', () => {
  const name = 'شركة النخيل';
  const { card, summary } = cardOf({ details: { notes: 'مرحبا Microsoft' }, customerProfile: { name, ids: [] } });
  expect((card as CardPart).body?.at(-1)).toMatchObject({ rtl: true });
  expect((cardOf().card as CardPart).body?.at(-1)).not.toHaveProperty('rtl');
  expect(summary).toContain(`\u2068${name}\u2069`);
});

test('notes of 20 000 characters are cut, and Details says where the rest is', () => {
  const { card } = cardOf({ details: { notes: 'We need help. '.repeat(1500) } });
  const details = actionsOf(card).find(({ title }) => title === 'Details')?.card;
  expect(textsOf(card).at(-1)).toMatch(/^We need help.{200,230}…$/);
  expect(textsOf(details ?? {}).slice(0, 2)).toEqual([
    expect.stringMatching(/^We need help.{1100,1200}…$/),
    'The complete notes are in Partner Center.',
  ]);
});

test('times are those of the reader where their time zone is known', () => {
  const { card } = cardOf(accepted, { ...by('accept'), timeZone: 'Asia/Tokyo', locale: 'en-US' });
  expect(textsOf(card)[0]).toBe('✓ Accepted by Megan Bowen, Nov 21, 07:04 PM');
});

test('a close date is the same day in every time zone', () => {
  const cards = ['America/Los_Angeles', 'Pacific/Auckland'].map((timeZone) => cardOf({}, { timeZone }).card);
  expect(cards.map((card) => factsOf(card)['Closes'])).toEqual(['26 Feb 2027', '26 Feb 2027']);
});

test('the link is filled in and encoded', () => {
  const { card } = cardOf({ id: 'a/b', engagementId: 'c d' });
  const details = actionsOf(card).find(({ title }) => title === 'Details')?.card;
  expect(actionsOf(details ?? {})[0]?.url).toBe('https://partner.example/c%20d/a%2Fb');
});

test('the summary is a good notification line', () => {
  expect(cardOf().summary).toBe(
    'Co-sell opportunity: Fabrikam Residences, Buffalo, NY, United States, US$126,500. New · 13 days left (by 4 Dec, estimated)',
  );
  expect(cardOf(accepted, by('accept')).summary).toBe(
    '✓ Accepted by Megan Bowen, 21 Nov, 10:04 UTC: Co-sell opportunity, Fabrikam Residences, Buffalo, NY, United States, US$126,500',
  );
});

test('the documented example becomes a card', () => {
  const { card } = cardOf(
    {},
    { referral: referralSchema.parse(documented.value[0]), now: Date.parse('2020-10-31T00:00:00Z') },
  );
  expect(textsOf(card)).toEqual([
    'New · 13 days left (by 13 Nov, estimated)',
    'Fabrikam Customer Inc',
    'Redmond, WA, United States · US$10,000',
    'We are interested in deploying Microsoft 365 and are looking for support in training our employees. Can you help?',
  ]);
});
