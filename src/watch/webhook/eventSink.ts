/** What is believed of a webhook event: what kind it is, of what, and when. Everything else is read again. */
export interface PartnerCenterEvent {
  /** For example `referral-updated`. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhook-events */
  type: string;
  /** The GUID at the end of its `ResourceUri`; null where there is none. */
  id: string | null;
  /** `ResourceChangeUtcDate`, ms since the epoch. */
  at: number;
}

/** Where events go that have passed the door. */
export interface EventSink {
  /** Must return at once: Partner Center waits for the answer. */
  accept(event: PartnerCenterEvent): void;
}
