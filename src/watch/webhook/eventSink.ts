/** What is believed of a webhook event: what kind it is, of what, and when. Everything else is read again. */
export interface PartnerCenterEvent {
  /** The same for the same event however often it comes. */
  key: string;
  /** For example `referral-updated`. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhook-events */
  type: string;
  /**
   * What the end of its `ResourceUri` names: a GUID; of a subscription its customer's id, a slash and its own; of an invoice its
   * number. Null where there is none.
   */
  id: string | null;
  /** `ResourceChangeUtcDate`, ms since the epoch. */
  at: number;
}

/** Where events go that have passed the door. */
export interface EventSink {
  /**
   * Keeps it, so that Partner Center can be answered, and does nothing else: it waits for the answer. False for one that came
   * before. Rejects when it could not be kept.
   */
  accept(event: PartnerCenterEvent): Promise<boolean>;
}
