import type { Referral } from '../../src/partnerCenter/referral';

/** A referral with every documented field filled in, received a day before the gallery's now. */
export const sampleReferral: Referral = {
  id: '4bcc3ad7-6f55-4b0a-8b2a-1d2a8a36f1f5',
  engagementId: '1e1f1d2c-3cc5-41b8-a8c0-5f9c1c7a2b11',
  name: 'Teams telephony for 14 branches',
  externalReferenceId: null,
  organizationId: '7fc2b0ab-0f21-4bd3-8a83-0e3fd4a3c2f0',
  organizationName: 'Adventure Works Consulting',
  createdDateTime: '2026-11-20T09:12:41.1234567Z',
  updatedDateTime: '2026-11-20T09:12:41.1234567Z',
  expirationDateTime: null,
  acceptedDateTime: null,
  closedDateTime: null,
  status: 'New',
  substatus: 'Pending',
  statusReason: null,
  type: 'Shared',
  qualification: 'SalesQualified',
  direction: 'Incoming',
  eTag: '"00006d10-0000-0000-0000-5c70aa630000"',
  customerProfile: {
    name: 'Fabrikam Residences',
    size: '251to1000employees',
    address: {
      addressLine1: '4567 Main Street',
      addressLine2: 'Suite 300',
      city: 'Buffalo',
      state: 'NY',
      postalCode: '98052',
      country: 'US',
    },
    team: [
      {
        firstName: 'Priya',
        lastName: 'Raman',
        title: 'Head of IT',
        phoneNumber: '+1 716 555 0142',
        email: 'priya.raman@fabrikam.com',
      },
      { firstName: 'Tom', lastName: 'Ellis', title: 'Purchasing', phoneNumber: null, email: 'tom.ellis@fabrikam.com' },
    ],
    ids: [],
  },
  consent: {
    consentToToShareInfoWithOthers: true,
    consentToContact: true,
    consentToShareReferralWithMicrosoftSellers: true,
    consentToMicrosoftToContactSpecificPartners: false,
  },
  details: {
    notes:
      'We have 14 branches on an old PBX whose support ends in March.\nWe would like to move to Teams Phone, keep our numbers, and train the front desks.\n\nCan you visit us in the first week of December? Bring somebody who knows contact centres, please: ours takes 2,000 calls a day and must not be down for a single hour.',
    dealValue: 126500,
    currency: 'USD',
    closingDateTime: '2027-02-26T00:00:00Z',
    requirements: {
      industries: [{ id: 'Retail & Consumer Goods' }],
      products: [{ id: 'Teams' }, { id: 'Microsoft365' }],
      services: [{ id: 'DeploymentOrMigration' }, { id: 'LearningAndCertification' }],
      solutions: [{ id: 'SOL-34104-EBB', name: 'Teams Phone in a week' }, { id: 'CloudVoice' }],
    },
  },
  team: [{ firstName: 'Megan', lastName: 'Bowen', phoneNumber: null, email: 'megan.bowen@adventure-works.com' }],
  inviteContext: {
    notes: 'They asked for a partner with contact centre experience near Buffalo. Please answer this week.',
    assistanceRequestCode: 'CustomerTechnicalArchitecture',
    invitedBy: { organizationId: 'msft', organizationName: 'Microsoft' },
  },
};
