import { confirmReferralCard } from '../../src/cards/confirmReferralCard';
import { dialogCard } from '../../src/cards/dialogCard';
import { newReferralCard } from '../../src/cards/newReferralCard';
import { typedReferral } from '../../scripts/cardGallery/newReferralStates';
import { readNewReferral } from '../../src/cardActions/readNewReferral';
import { lintCard } from '../support/lintCard';

const asked = { draftId: 'd', expiresAt: 86_400_000, now: 0, locale: 'en-GB' };

function referralWith(changes: Readonly<Record<string, string>>) {
  const read = readNewReferral({ ...typedReferral, ...changes });
  if ('problem' in read) throw new Error(read.problem);
  return read.referral;
}

test.each(['a long story ', '見積もりください', 'شركة كونتوسو ', '**[x](https://x.example)** '])(
  'what is asked about stays small and readable with as much of %j as the form takes',
  (text) => {
    const long = (length: number) => text.repeat(length).slice(0, length);
    const referral = referralWith({
      customerName: long(200),
      name: long(200),
      notes: long(2000),
      inviteNotes: long(600),
      addressLine1: long(200),
      city: long(100),
      contactFirstName: long(100),
      contactLastName: long(100),
      teamFirstName: long(100),
    });
    const { card, summary } = confirmReferralCard({ ...asked, referral });
    expect(lintCard({ card, summary })).toEqual([]);
  },
);

test('what was typed is in the form again, in the inputs that it was typed into', () => {
  const { card, summary } = newReferralCard({ typed: { ...typedReferral, notes: 'n'.repeat(2000) }, draftId: 'd' });
  expect(lintCard({ card, summary })).toEqual([]);
  const inputs = inputsOf(card);
  for (const [id, value] of Object.entries(typedReferral)) {
    const expected = id === 'notes' ? 'n'.repeat(2000) : id === 'dealValue' ? Number(value) : value;
    expect(inputs.get(id)).toEqual(expected);
  }
});

/** Whether each section is unfolded. */
const fold = (view: Parameters<typeof newReferralCard>[0]) =>
  JSON.stringify(newReferralCard(view).card)
    .match(/"isVisible":(true|false)/g)
    ?.map((found) => found.slice(12));

test('sections that have something in them are unfolded when somebody comes back, and folded before', () => {
  expect(fold({ typed: typedReferral })).toEqual(Array(5).fill('false'));
  expect(fold({ typed: { city: 'Rome' }, problem: 'x' })).toEqual(['false', 'true', 'false', 'false', 'false']);
});

test('a card in a dialog submits what it would have executed', () => {
  const form = newReferralCard({ typed: {}, draftId: 'd' }).card;
  expect(JSON.stringify(dialogCard(form))).not.toContain('Action.Execute');
  expect(dialogCard(form)['actions']).toEqual([
    { type: 'Action.Submit', title: 'Check it', style: 'positive', data: { verb: 'referral.create', draftId: 'd' } },
  ]);
});

/** The inputs of a card by their ids, with what they start with. */
function inputsOf(node: unknown): Map<string, unknown> {
  if (Array.isArray(node)) return new Map(node.flatMap((item) => [...inputsOf(item)]));
  if (typeof node !== 'object' || node === null) return new Map();
  const { type, id, value } = node as Record<string, unknown>;
  const own: [string, unknown][] = String(type).startsWith('Input.') ? [[String(id), value]] : [];
  return new Map([...own, ...Object.values(node).flatMap((member) => [...inputsOf(member)])]);
}
