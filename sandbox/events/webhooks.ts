import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SandboxClock } from '../clock';
import type { EventSigner } from './eventSigner';

/** Where events are to go, and which. */
export interface WebhookRegistration {
  url: string;
  events: string[];
  subscriberId: string;
  /** Where the receiver finds the signer's certificate. */
  certificateUrl: string;
}

/** One event, and what became of it. */
export interface Delivery {
  correlationId: string;
  event: string;
  resourceUri: string;
  /** What the receiver answered, one try after the other; 0 for no answer. */
  answers: number[];
  state: 'sending' | 'delivered' | 'parked';
}

/** How badly events arrive: each so many times, each at some moment within so many real ms, so that they overtake each other. */
export interface Disorder {
  repeat: number;
  spreadMs: number;
}

/** The service gives up after so many tries. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhooks */
const mostTries = 10;
const auditRecords = 'https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords';
const firstRetryMs = 200;
const timeoutMs = 10_000;
const kept = 1_000;
const onThisMachine = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\//;

/** The one registration of the tenant, and the events that go there. */
export class Webhooks {
  registration: WebhookRegistration | undefined;
  disorder: Disorder = { repeat: 1, spreadMs: 0 };
  readonly deliveries: Delivery[] = [];
  /** When test events were asked for, ms, UTC. */
  testsAt: number[] = [];
  private readonly closing = new AbortController();

  constructor(
    private readonly clock: SandboxClock,
    private readonly signer: () => EventSigner,
  ) {}

  /**
   * Sends an event to whoever registered for it; nothing waits for it.
   * @param auditId of its audit record; referrals have none
   */
  tell(event: string, resourceUri: string, resourceName: string, auditId?: string): string | undefined {
    const { registration } = this;
    if (!registration?.events.includes(event)) return undefined;
    const correlationId = randomUUID();
    const ResourceChangeUtcDate = new Date(this.clock.now()).toISOString();
    const AuditUri = auditId === undefined ? null : `${auditRecords}/${auditId}`;
    const told = { EventName: event, ResourceUri: resourceUri, ResourceName: resourceName, AuditUri };
    const body = JSON.stringify({ ...told, ResourceChangeUtcDate });
    for (let copy = 0; copy < this.disorder.repeat; copy++) {
      const delivery: Delivery = { correlationId, event, resourceUri, answers: [], state: 'sending' };
      this.deliveries.push(delivery);
      if (this.deliveries.length > kept) this.deliveries.shift();
      this.deliver(delivery, body, registration).catch(() => undefined);
    }
    return correlationId;
  }

  /** Gives up what is under way. */
  close(): void {
    this.closing.abort();
  }

  private async deliver(delivery: Delivery, body: string, registration: WebhookRegistration): Promise<void> {
    const { signal } = this.closing;
    await wait(Math.random() * this.disorder.spreadMs, undefined, { signal });
    while (delivery.answers.length < mostTries) {
      const status = onThisMachine.test(registration.url) ? await this.post(body, registration) : 0;
      delivery.answers.push(status);
      if (status >= 200 && status < 300) {
        delivery.state = 'delivered';
        return;
      }
      await wait(firstRetryMs * 2 ** (delivery.answers.length - 1), undefined, { signal });
    }
    delivery.state = 'parked';
  }

  private async post(body: string, { url, certificateUrl }: WebhookRegistration): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      'x-ms-signature': `Signature ${this.signer().sign(body)}`,
      'x-ms-certificate-url': certificateUrl,
      'x-ms-signature-algorithm': 'rsa-sha256',
    };
    const signal = AbortSignal.any([this.closing.signal, AbortSignal.timeout(timeoutMs)]);
    // A bot on this machine has no certificate.
    const address = url.replace(/^https:/, 'http:');
    return fetch(address, { method: 'POST', headers, body, signal }).then(
      (answer) => answer.status,
      () => 0,
    );
  }
}
