/** Why something at the webhook's door was refused: a fixed word for the log and the metrics. */
export type WebhookReason =
  | 'off'
  | 'secret'
  | 'size'
  | 'header'
  | 'algorithm'
  | 'certificateUrl'
  | 'certificateUnavailable'
  | 'certificate'
  | 'signature'
  | 'event'
  | 'stale'
  | 'replayed';

/** Something at the webhook's door was refused. */
export class WebhookRefusal extends Error {
  constructor(
    readonly reason: WebhookReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'WebhookRefusal';
  }
}
