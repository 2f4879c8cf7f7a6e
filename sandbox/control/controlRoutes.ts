import { advanceClock } from './clockRoute';
import type { ControlRoute } from './controlRoute';
import { rootCertificate, sendEvent, signerCertificate } from './eventRoutes';
import { addFault, clearFaults } from './faultRoutes';
import { issueInvoices } from './invoiceRoute';
import { arrive, changeInPortal, share, showReferral } from './referralRoutes';
import { clearRequests, listRequests } from './requestRoutes';
import { setDisorder, showWebhooks } from './webhookRoutes';
import { changeSubscription } from './subscriptionRoute';
import { putUser } from './userRoute';

/** What a test or the demo can do to the sandbox from outside. */
export const controlRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/_sandbox/faults', run: addFault },
  { method: 'DELETE', path: '/_sandbox/faults', run: clearFaults },
  { method: 'POST', path: '/_sandbox/referrals', run: arrive },
  { method: 'POST', path: '/_sandbox/shared-referrals', run: share },
  { method: 'GET', path: '/_sandbox/referrals/:id', run: showReferral },
  { method: 'PATCH', path: '/_sandbox/referrals/:id', run: changeInPortal },
  { method: 'POST', path: '/_sandbox/invoices', run: issueInvoices },
  { method: 'PATCH', path: '/_sandbox/subscriptions/:id', run: changeSubscription },
  { method: 'POST', path: '/_sandbox/clock', run: advanceClock },
  { method: 'GET', path: '/_sandbox/requests', run: listRequests },
  { method: 'DELETE', path: '/_sandbox/requests', run: clearRequests },
  { method: 'POST', path: '/_sandbox/events', run: sendEvent },
  { method: 'GET', path: '/_sandbox/webhooks', run: showWebhooks },
  { method: 'PUT', path: '/_sandbox/webhooks', run: setDisorder },
  { method: 'GET', path: '/_sandbox/certificates/signer.cer', run: signerCertificate },
  { method: 'GET', path: '/_sandbox/certificates/root.pem', run: rootCertificate },
  { method: 'PUT', path: '/_sandbox/users/:aadObjectId', run: putUser },
];
