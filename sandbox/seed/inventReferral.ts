import type { JsonObject } from '../json';
import type { ReferralResource } from '../referrals/referralResource';
import { toTimestamp } from '../referrals/timestamps';
import { partner } from '../users/seededUsers';
import type { Country } from './country';
import { companiesOf, inventAddress, inventPerson, type Company } from './invent';
import { inventDetails } from './inventDetails';
import { inventTeam } from './inventTeam';
import { pickNeed } from './needs';
import type { Random } from './random';
import { kinds, type Recipe } from './recipe';

const hourMs = 60 * 60 * 1000;

/** A new referral after the recipe, created at the timestamp. An own deal is Active from the start. */
export function inventReferral(recipe: Recipe, createdDateTime: string, random: Random): ReferralResource {
  const { type, qualification, direction } = kinds[recipe.kind];
  const request = recipe.inOwnLanguage ? recipe.country.request : undefined;
  const need = { ...pickNeed(request?.about ?? recipe.about, random), ...request };
  const company = random.pick(companiesOf(recipe.country, random));
  const createdMs = Date.parse(createdDateTime);
  const isOwn = direction === 'Outgoing';
  return {
    id: random.guid(),
    engagementId: random.guid(),
    name: need.title,
    externalReferenceId: isOwn && random.chance(0.5) ? `OPP-${random.between(10_000, 99_999)}` : null,
    ...partner,
    createdDateTime,
    updatedDateTime: createdDateTime,
    ...expiration(recipe.expiresInHours, createdMs),
    acceptedDateTime: isOwn ? createdDateTime : null,
    closedDateTime: null,
    status: isOwn ? 'Active' : 'New',
    substatus: isOwn ? 'Accepted' : 'Pending',
    statusReason: null,
    type,
    qualification,
    direction,
    target: isOwn ? [{ type: 'SolutionProfile', id: `SOL-${random.between(10_000, 99_999)}-QRS` }] : [],
    customerProfile: inventProfile(recipe.country, company, random),
    consent: inventConsent(type === 'Shared'),
    details: inventDetails(recipe, need, company.industry, createdMs, random),
    team: inventTeam(random),
    inviteContext: inviteContext(recipe, random),
    registrationStatus: 'None',
    registrations: [],
    ...liveOnly(recipe, random),
  };
}

function expiration(hours: number | null | undefined, createdMs: number) {
  if (hours === undefined) return {};
  return { expirationDateTime: hours === null ? null : toTimestamp(createdMs + hours * hourMs) };
}

function inventProfile(country: Country, { name, alias }: Company, random: Random): JsonObject {
  const contact = inventPerson(country, alias, random);
  const contactPreference = { locale: country.culture.toLowerCase(), disableNotifications: false };
  const size = random.pick(['10to50employees', '51to250employees', '251to1000employees', '1001to5000employees']);
  const external = [{ profileType: 'External', id: String(random.between(100_000, 999_999)) }];
  const ids = random.pick<unknown>([[], {}, [{ profileType: 'Duns', id: String(random.between(1e8, 9e8)) }], external]);
  const team = [{ contactPreference, ...contact }];
  return { name, address: inventAddress(country, random), size, team, ids };
}

function inventConsent(isShared: boolean): JsonObject {
  return {
    consentToToShareInfoWithOthers: true,
    consentToContact: true,
    consentToShareReferralWithMicrosoftSellers: isShared,
    consentToMicrosoftToContactSpecificPartners: false,
  };
}

function inviteContext({ kind }: Recipe, random: Random): JsonObject {
  const inviter = {
    microsoft: { organizationId: 'msft', organizationName: 'Microsoft' },
    partner: random.pick([
      { organizationId: 'b7b1f0a4-52c9-4c53-9f0e-0d1f6a0c77e1', organizationName: 'Trey Research' },
      { organizationId: '0c8f4f3e-9a86-4f4e-8ef4-7c1a3b1c2d90', organizationName: 'Litware Consulting' },
    ]),
    own: partner,
  }[kinds[kind].inviter];
  const notes = {
    microsoft: 'A good fit for your team: please get in touch with the customer this week.',
    partner: 'We cover the infrastructure and need you for the applications part.',
    own: '',
  }[kinds[kind].inviter];
  const assistanceRequestCode = kind === 'ownCoSell' ? 'WorkloadSpecificValueProposition' : 'Unknown';
  return { notes, assistanceRequestCode, invitedBy: inviter };
}

/** Properties that live answers carry and the documentation does not explain. */
function liveOnly({ kind }: Recipe, random: Random): JsonObject {
  return {
    businessProfileId: random.guid(),
    mpnId: '5139005',
    referralSource: kind === 'marketplaceLead' ? 'SolutionProviderPage' : 'PartnerCenter',
    callToAction: kind === 'marketplaceLead' ? 'ContactMe' : 'None',
    campaignId: null,
    salesStage: random.pick([null, '10', '20', '40']),
    quality: 'Unknown',
    isSpam: false,
    favorite: random.chance(0.1),
    dealSensitivity: 'None',
    createdVia: 'Portal',
    tags: [],
    trackingInfo: { microsoftMsxId: kind === 'coSellFromMicrosoft' ? `7-${random.guid().slice(0, 10)}` : null },
  };
}
