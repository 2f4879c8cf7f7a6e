import type { NewMember, NewReferral } from './newReferral';

type Body = Record<string, unknown>;

/**
 * What is posted for one's own referral. https://learn.microsoft.com/en-us/partner-center/developer/create-a-referral
 * @param externalReferenceId sent where the person gave none
 */
export function ownBody(referral: NewReferral, externalReferenceId: string): Body {
  const { customer, contacts, contactLocale, consent, needs, solutions, solutionId, team, invitation } = referral;
  const preference = contactLocale && { contactPreference: { locale: contactLocale, disableNotifications: false } };
  return {
    name: referral.name,
    externalReferenceId: referral.externalReferenceId ?? externalReferenceId,
    // As the documented request has it; one's own deal comes back Active/Accepted.
    status: 'New',
    substatus: 'Pending',
    ...given({ qualification: referral.qualification }),
    type: referral.type,
    ...(solutionId ? { target: [{ type: 'SolutionProfile', id: solutionId }] } : {}),
    customerProfile: {
      name: customer.name,
      address: given({ ...customer.address }),
      ...given({ size: customer.size }),
      team: contacts.map((contact) => ({ ...preference, ...given({ ...contact }) })),
      ids: [],
    },
    consent: {
      consentToToShareInfoWithOthers: consent.share,
      consentToContact: consent.contact,
      consentToShareReferralWithMicrosoftSellers: consent.shareWithMicrosoft,
    },
    details: {
      ...dealOf(referral),
      requirements: given({
        industries: ids(needs.industry),
        products: ids(needs.product),
        services: ids(needs.service),
        solutions: solutions.length > 0 ? solutions : undefined,
      }),
    },
    team: team.map((member: NewMember) => given({ ...member })),
    ...(invitation.notes || invitation.assistanceRequestCode ? { inviteContext: given({ ...invitation }) } : {}),
  };
}

/** What is posted for Microsoft's connected referral: the same, in the own one's engagement, meant for Microsoft. */
export function microsoftBody(own: Body, engagementId: string): Body {
  return { ...own, engagementId, target: [{ type: 'BusinessProfileLocation', id: 'msft' }] };
}

function dealOf({ deal: { value, currency, closingDate, notes } }: NewReferral): Body {
  const closingDateTime = closingDate && `${closingDate}T00:00:00Z`;
  return given({ notes, dealValue: value, currency, closingDateTime });
}

const ids = (id: string | undefined) => (id ? [{ id }] : undefined);

/** Without what is not given: a property that is sent empty would be written. */
const given = (members: Body): Body =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
