/** The `$filter` expressions that are asked for. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals */
export const referralFilters = {
  incoming: "direction eq 'Incoming'",
  /** Incoming and New: waits for Accept or Decline. */
  unanswered: "(direction eq 'Incoming' and status eq 'New')",
} as const;
