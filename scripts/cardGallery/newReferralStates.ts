import { confirmReferralCard } from '../../src/cards/confirmReferralCard';
import { dialogNoteCard } from '../../src/cards/dialogNoteCard';
import { newReferralCard } from '../../src/cards/newReferralCard';
import { unfinishedReferralCard, workingReferralCard } from '../../src/cards/unfinishedReferralCard';
import type { NewReferral } from '../../src/referrals/newReferral';
import type { CardState } from './cardState';

const draftId = '0b5f3a52-6a1e-4f0b-8d43-51f1e0a1a7c3';
const now = Date.parse('2026-11-21T10:04:00Z');
const asked = { draftId, expiresAt: now + 86_400_000, now, locale: 'en-GB' };

const defaults = {
  type: 'Independent',
  qualification: 'SalesQualified',
  teamFirstName: 'Megan',
  teamLastName: 'Bowen',
  teamEmail: 'megan.bowen@adventure-works.com',
};

/** Every input filled in, as somebody types who knows a lot. */
export const typedReferral: Readonly<Record<string, string>> = {
  ...defaults,
  type: 'Shared',
  customerName: 'Fabrikam Residences',
  country: 'US',
  dealValue: '126500',
  currency: 'USD',
  closingDate: '2027-02-26',
  notes:
    'They have 14 branches on an old PBX whose support ends in March.\nWe proposed Teams Phone and a contact centre.',
  contactFirstName: 'Priya',
  contactLastName: 'Raman',
  contactEmail: 'priya.raman@fabrikam.com',
  contactPhone: '+1 716 555 0142',
  contact2FirstName: 'Tom',
  contact2LastName: 'Ellis',
  contact2Email: 'tom.ellis@fabrikam.com',
  contactLocale: 'en-us',
  addressLine1: '4567 Main Street',
  addressLine2: 'Suite 300',
  city: 'Buffalo',
  state: 'NY',
  postalCode: '98052',
  customerSize: '251to1000employees',
  industry: 'Retail & Consumer Goods',
  product: 'Teams',
  service: 'DeploymentOrMigration',
  solutionId: 'SOL-34104-EBB',
  solutionArea: 'CloudVoice',
  name: 'Teams telephony for 14 branches',
  externalReferenceId: 'CRM-2231',
  assistanceRequestCode: 'CustomerTechnicalArchitecture',
  inviteNotes: 'They asked for somebody who knows contact centres. Can you join on 2 December?',
  consentToContact: 'true',
  consentToShare: 'true',
  consentToShareWithMicrosoft: 'true',
};

const shared: NewReferral = {
  type: 'Shared',
  name: 'Teams telephony for 14 branches',
  qualification: 'SalesQualified',
  externalReferenceId: 'CRM-2231',
  customer: {
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
  },
  contacts: [
    { firstName: 'Priya', lastName: 'Raman', email: 'priya.raman@fabrikam.com', phoneNumber: '+1 716 555 0142' },
    { firstName: 'Tom', lastName: 'Ellis', email: 'tom.ellis@fabrikam.com' },
  ],
  contactLocale: 'en-us',
  consent: { contact: true, share: true, shareWithMicrosoft: true },
  deal: { value: 126500, currency: 'USD', closingDate: '2027-02-26', notes: typedReferral['notes'] },
  needs: { industry: 'Retail & Consumer Goods', product: 'Teams', service: 'DeploymentOrMigration' },
  solutions: [
    { id: 'SOL-34104-EBB', type: 'Name' },
    { id: 'CloudVoice', type: 'Category' },
  ],
  solutionId: 'SOL-34104-EBB',
  team: [{ firstName: 'Megan', lastName: 'Bowen', email: 'megan.bowen@adventure-works.com' }],
  invitation: { assistanceRequestCode: 'CustomerTechnicalArchitecture', notes: typedReferral['inviteNotes'] },
};

/** What has to be filled in and nothing else. */
const bare: NewReferral = {
  type: 'Independent',
  name: 'شركة كونتوسو',
  qualification: undefined,
  externalReferenceId: undefined,
  customer: { name: 'شركة كونتوسو', size: undefined, address: { country: 'SA' } },
  contacts: [],
  contactLocale: undefined,
  consent: { contact: false, share: false, shareWithMicrosoft: false },
  deal: { value: undefined, currency: undefined, closingDate: undefined, notes: undefined },
  needs: {},
  solutions: [],
  solutionId: undefined,
  team: [],
  invitation: {},
};

const halted = {
  draftId,
  customer: 'Fabrikam Residences',
  reason: 'Partner Center did not answer. (Reference PD-7K3F9QXM)',
};

/** The cards around a referral that is being created. */
export const newReferralStates: readonly CardState[] = [
  {
    name: 'new-referral',
    message: newReferralCard({ typed: defaults }),
    open: [
      'Contacts (co-sell needs one)',
      'Address and size',
      'What is needed',
      'Deal name and team',
      'Help from Microsoft',
    ],
  },
  {
    name: 'new-referral-again',
    message: newReferralCard({
      typed: typedReferral,
      draftId,
      problem: 'Nothing was sent, because Country is not a country like US or Germany. Correct it and press again.',
    }),
  },
  {
    name: 'new-referral-unfinished',
    message: newReferralCard({ typed: defaults, unfinished: [{ draftId, customer: 'Fabrikam Residences' }] }),
  },
  { name: 'confirm-shared', message: confirmReferralCard({ ...asked, referral: shared }) },
  {
    name: 'confirm-visible',
    message: confirmReferralCard({
      ...asked,
      referral: { ...bare, consent: { ...bare.consent, shareWithMicrosoft: true } },
    }),
  },
  { name: 'confirm-bare', message: confirmReferralCard({ ...asked, referral: bare }) },
  { name: 'create-half', message: unfinishedReferralCard({ ...halted, kind: 'half', referralId: 'r1' }) },
  { name: 'create-uncertain', message: unfinishedReferralCard({ ...halted, kind: 'uncertain', referralId: null }) },
  { name: 'create-working', message: workingReferralCard(draftId) },
  { name: 'dialog-note', message: dialogNoteCard(halted.reason, 'referral.create.confirm', draftId) },
];
