/** The values of the create request that a person chooses from. https://learn.microsoft.com/en-us/partner-center/developer/referral-resources */
export const newReferralCodes = {
  /** Independent is visible to one's own organisation, Shared to Microsoft too. */
  type: ['Independent', 'Shared'],
  qualification: ['SalesQualified', 'MarketingQualified', 'Direct', 'None'],
  customerSize: [
    ['1to9employees', '10to50employees', '51to250employees', '251to1000employees', '1001to5000employees'],
    ['5001to10000employees', '10001to20000employees', 'Morethan20000employees'],
  ].flat(),
  /** Not offered any more, and still known. */
  formerCustomerSize: ['1to50employees', '51to500employees', 'Morethan500employees'],
  industry: [
    ['Agriculture, Forestry, & Fishing', 'Communications & Media', 'Education', 'Financial Services', 'Government'],
    ['Healthcare', 'Hospitality', 'Manufacturing', 'Power & Utilities', 'Public Safety and National Security'],
    ['Retail & Consumer Goods', 'Services', 'Travel & Transportation', 'Wholesale & Distribution'],
  ].flat(),
  product: [
    ['Azure', 'DeveloperTools', 'Dynamics365Business', 'Dynamics365Enterprise', 'DynamicsAX,GP,NAV,SL'],
    ['EnterpriseMobilityAndSecurity', 'Exchange', 'Microsoft365', 'Office', 'PowerBI', 'Project', 'SharePoint'],
    ['SkypeForBusiness', 'SQL', 'Surface', 'SurfaceHub', 'Teams', 'Visio', 'Windows', 'Yammer'],
  ].flat(),
  service: [
    ['ConsultingAndProfessional', 'CustomSolution(ISV)', 'DeploymentOrMigration', 'Hardware', 'Integration'],
    ['IPServices(ISV)', 'LearningAndCertification', 'Licensing', 'ManagedServices', 'ProjectServices'],
  ].flat(),
  assistanceRequestCode: [
    ['CustomerTechnicalArchitecture', 'ProofOfConceptOrDemo', 'QuotesOrLicensing', 'PostSalesCustomerSuccess'],
    ['WorkloadSpecificValueProposition', 'GeneralOrOther'],
  ].flat(),
} as const;

/** Somebody at the customer or in one's own organisation. */
export interface NewMember {
  firstName?: string | undefined;
  lastName?: string | undefined;
  email?: string | undefined;
  phoneNumber?: string | undefined;
}

/** A referral to be created, as a person filled it in and as it was checked. */
export interface NewReferral {
  type: (typeof newReferralCodes.type)[number];
  name: string;
  qualification: string | undefined;
  /** The person's own number for it; the draft's id is sent where there is none. */
  externalReferenceId: string | undefined;
  customer: { name: string; size: string | undefined; address: NewAddress };
  contacts: readonly NewMember[];
  /** BCP 47, in which the contacts are written to. */
  contactLocale: string | undefined;
  consent: { contact: boolean; share: boolean; shareWithMicrosoft: boolean };
  deal: NewDeal;
  needs: { industry?: string | undefined; product?: string | undefined; service?: string | undefined };
  /** Solution ids, for example `SOL-34104-EBB`, or solution areas, for example `CloudVoice`. */
  solutions: readonly { id: string; type: 'Name' | 'Category' }[];
  /** The id of the partner's own solution that the referral is for. */
  solutionId: string | undefined;
  team: readonly NewMember[];
  invitation: { notes?: string | undefined; assistanceRequestCode?: string | undefined };
}

/** Where the customer is; `country` is ISO 3166 alpha-2. */
export interface NewAddress {
  addressLine1?: string | undefined;
  addressLine2?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  postalCode?: string | undefined;
  country: string;
}

/** What the deal is worth; `closingDate` is `YYYY-MM-DD`, `currency` ISO 4217. */
export interface NewDeal {
  value: number | undefined;
  currency: string | undefined;
  closingDate: string | undefined;
  notes: string | undefined;
}
