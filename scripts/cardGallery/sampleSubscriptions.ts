import type { Subscription } from '../../src/partnerCenter/subscription';

const yearly = {
  unitType: 'Licenses',
  status: 'active',
  autoRenewEnabled: true,
  termDuration: 'P1Y',
  billingCycle: 'monthly',
};

const special: readonly Subscription[] = [
  {
    ...yearly,
    id: 's0',
    friendlyName: 'Microsoft 365 Business Premium',
    quantity: 25,
    commitmentEndDate: '2027-03-04T00:00:00Z',
  },
  {
    ...yearly,
    id: 's1',
    offerName: 'Dynamics 365 Sales Professional',
    quantity: 8,
    commitmentEndDate: '2026-12-03T00:00:00Z',
    autoRenewEnabled: false,
  },
  {
    ...yearly,
    id: 's2',
    friendlyName: 'Microsoft 365 E5',
    quantity: 1250,
    status: 'suspended',
    suspensionReasons: ['NonPayment'],
    commitmentEndDate: '2027-05-01T00:00:00Z',
  },
  { id: 's3', friendlyName: 'Azure plan', billingType: 'usage', status: 'active' },
  {
    ...yearly,
    id: 's4',
    friendlyName: 'Power BI Pro',
    quantity: 1,
    attentionNeeded: true,
    termDuration: 'P3Y',
    commitmentEndDate: '2028-01-31T00:00:00Z',
  },
  {
    ...yearly,
    id: 's5',
    friendlyName: 'Visio Plan 2 (trial for the design studio in the second building)',
    quantity: 5,
    isTrial: true,
    termDuration: 'P1M',
    commitmentEndDate: '2026-12-15T00:00:00Z',
  },
  {
    ...yearly,
    id: 's6',
    friendlyName: 'Exchange Online (Plan 1)',
    quantity: 3,
    status: 'deleted',
    commitmentEndDate: '2026-01-31T00:00:00Z',
  },
];

/** Subscriptions of every state, `count` in all. */
export function sampleSubscriptions(count: number): Subscription[] {
  const plain = Array.from({ length: Math.max(0, count - special.length) }, (_, at) => ({
    ...yearly,
    id: `p${at}`,
    friendlyName: `Microsoft 365 Apps for business ${at + 1}`,
    quantity: 10 + at,
    commitmentEndDate: new Date(Date.UTC(2027, at % 12, 1 + (at % 28))).toISOString(),
  }));
  return [...special, ...plain].slice(0, count);
}
