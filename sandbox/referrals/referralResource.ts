/**
 * The referral as the wire has it. Only what the sandbox itself decides on is named; everything else is kept as it came.
 * https://learn.microsoft.com/en-us/partner-center/developer/referral-resources
 */
export interface ReferralResource {
  id: string;
  engagementId: string;
  status: string;
  substatus: string;
  /** ISO 8601, UTC, as is `updatedDateTime`. */
  createdDateTime: string;
  updatedDateTime: string;
  [property: string]: unknown;
}

/** The top-level properties that $select, $filter and PATCH know. */
export const referralProperties: ReadonlySet<string> = new Set(
  `id engagementId name externalReferenceId organizationId organizationName createdDateTime updatedDateTime
   expirationDateTime acceptedDateTime closedDateTime status substatus statusReason type qualification direction eTag
   target customerProfile consent details team inviteContext links registrationStatus registrations businessProfileId
   mpnId referralSource callToAction campaignId salesStage quality isSpam favorite referralProgram dealSensitivity
   createdVia lastModifiedVia lastRunId context tags trackingInfo`.split(/\s+/),
);
