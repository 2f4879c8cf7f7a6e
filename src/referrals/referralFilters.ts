/** The `$filter` expressions that are asked for. https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals */
export const referralFilters = {
  /** Waits for an answer, ours or another organization's. */
  open: "status eq 'New'",
  incoming: "direction eq 'Incoming'",
  /** Incoming and New: waits for Accept or Decline. */
  unanswered: "(direction eq 'Incoming' and status eq 'New')",
  outgoing: "direction eq 'Outgoing'",
  /** Copies that wait for another organization's answer. */
  unansweredByOthers: "(direction eq 'Outgoing' and status eq 'New')",
  /** Our own shared deals, which are Active from the start, and what others have accepted. */
  sharedByUs: "status eq 'Active' and direction eq 'Outgoing' and type eq 'Shared'",
} as const;
