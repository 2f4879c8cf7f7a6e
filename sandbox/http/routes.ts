import {
  createRegistration,
  getRegistration,
  getTestEvent,
  listEvents,
  replaceRegistration,
  requestTestEvent,
} from '../events/registrationRoutes';
import { getCustomer } from '../customers/getCustomer';
import { getSubscription } from '../customers/getSubscription';
import { listCustomers } from '../customers/listCustomers';
import { listSubscriptions } from '../customers/listSubscriptions';
import { getInvoice } from '../invoices/getInvoice';
import { getStatement } from '../invoices/getStatement';
import { listInvoices } from '../invoices/listInvoices';
import { listLineItems } from '../invoices/listLineItems';
import { listSummaries } from '../invoices/listSummaries';
import { listOrders } from '../orders/listOrders';
import { createReferral } from '../referrals/createReferral';
import { getReferral } from '../referrals/getReferral';
import { listReferrals } from '../referrals/listReferrals';
import { patchReferral } from '../referrals/patchReferral';
import type { Route } from './route';

/** Which roles read invoices is not documented call by call; an Admin agent does, a Helpdesk agent does not. */
const mayReadInvoices = ['cspAdminAgent'] as const;

/** Every documented operation that answers here. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/v1.0/engagements/referrals', run: listReferrals },
  { method: 'POST', path: '/v1.0/engagements/referrals', run: createReferral },
  { method: 'GET', path: '/v1.0/engagements/referrals/:id', run: getReferral },
  { method: 'PATCH', path: '/v1.0/engagements/referrals/:id', run: patchReferral },
  { method: 'GET', path: '/v1/customers', run: listCustomers },
  { method: 'GET', path: '/v1/customers/:customerId', run: getCustomer },
  { method: 'GET', path: '/v1/customers/:customerId/subscriptions', run: listSubscriptions },
  { method: 'GET', path: '/v1/customers/:customerId/subscriptions/:subscriptionId', run: getSubscription },
  { method: 'GET', path: '/v1/customers/:customerId/orders', run: listOrders },
  { method: 'GET', path: '/v1/invoices', roles: mayReadInvoices, run: listInvoices },
  { method: 'GET', path: '/v1/invoices/summaries', roles: mayReadInvoices, run: listSummaries },
  { method: 'GET', path: '/v1/invoices/:invoiceId', roles: mayReadInvoices, run: getInvoice },
  { method: 'GET', path: '/v1/invoices/:invoiceId/documents/statement', roles: mayReadInvoices, run: getStatement },
  { method: 'GET', path: '/v1/invoices/:invoiceId/lineitems', roles: mayReadInvoices, run: listLineItems },
  { method: 'GET', path: '/webhooks/v1/registration', run: getRegistration },
  { method: 'POST', path: '/webhooks/v1/registration', run: createRegistration },
  { method: 'PUT', path: '/webhooks/v1/registration', run: replaceRegistration },
  { method: 'GET', path: '/webhooks/v1/registration/events', run: listEvents },
  { method: 'POST', path: '/webhooks/v1/registration/validationEvents', run: requestTestEvent },
  { method: 'GET', path: '/webhooks/v1/registration/validationEvents/:correlationId', run: getTestEvent },
];
