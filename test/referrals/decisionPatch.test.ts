import type { Referral } from '../../src/partnerCenter/referral';
import { acceptPatch, declinePatch } from '../../src/referrals/decisionPatch';
import { NeedsInputError } from '../../src/referrals/needsInputError';

const author = { name: 'Megan Bowen', at: Date.parse('2026-11-21T10:04:00Z') };
const referral: Referral = {
  id: 'r',
  details: { notes: 'We need help.', dealValue: 10000, currency: 'USD', closingDateTime: '2026-12-01T00:00:00Z' },
};
const become = [
  { op: 'replace', path: '/status', value: 'Active' },
  { op: 'replace', path: '/substatus', value: 'Accepted' },
];

describe('the PATCH of an acceptance', () => {
  it('changes status and substatus together', () => {
    expect(acceptPatch(referral, {}, author)).toEqual(become);
  });

  it('carries what was filled in', () => {
    const acceptance = { dealValue: 25000, currency: 'EUR', closingDate: '2027-01-31' };
    expect(acceptPatch(referral, acceptance, author)).toEqual([
      ...become,
      { op: 'replace', path: '/details/dealValue', value: 25000 },
      { op: 'replace', path: '/details/currency', value: 'EUR' },
      { op: 'replace', path: '/details/closingDateTime', value: '2027-01-31T00:00:00Z' },
    ]);
  });

  it('does not send what is as it was, whichever way Partner Center wrote it', () => {
    const asText: Referral = { id: 'r', details: { ...referral.details, dealValue: '10000' } };
    expect(acceptPatch(asText, { dealValue: 10000, currency: 'USD', closingDate: '2026-12-01' }, author)).toEqual(
      become,
    );
  });

  it("appends a note to the customer's words", () => {
    expect(acceptPatch(referral, { note: 'Calling today' }, author)).toContainEqual({
      op: 'replace',
      path: '/details/notes',
      value: 'We need help.\n\n[2026-11-21 Megan Bowen] Calling today',
    });
  });

  it('adds members that were absent, and details as a whole where there are none', () => {
    expect(acceptPatch({ id: 'r', details: {} }, { note: 'Hi' }, author)).toContainEqual(
      expect.objectContaining({ op: 'add', path: '/details/notes' }),
    );
    expect(acceptPatch({ id: 'r' }, { dealValue: 5, currency: 'SEK' }, author)).toContainEqual({
      op: 'add',
      path: '/details',
      value: { dealValue: 5, currency: 'SEK' },
    });
  });

  it('asks for the currency of a new deal value when none is known', () => {
    expect(() => acceptPatch({ id: 'r', details: {} }, { dealValue: 5 }, author)).toThrow(NeedsInputError);
  });
});

describe('the PATCH of a refusal', () => {
  it('sends the reason as text, with the note after a colon', () => {
    expect(declinePatch({ reason: 'Budget insufficient', note: 'next year' })).toEqual([
      { op: 'replace', path: '/status', value: 'Closed' },
      { op: 'replace', path: '/substatus', value: 'Declined' },
      { op: 'add', path: '/statusReason', value: 'Budget insufficient: next year' },
    ]);
    expect(declinePatch({ reason: 'Other' })).toContainEqual({ op: 'add', path: '/statusReason', value: 'Other' });
  });
});
