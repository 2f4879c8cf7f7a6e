import { getCustomer } from '../customers/getCustomer';
import { listCustomers } from '../customers/listCustomers';
import { listSubscriptions } from '../customers/listSubscriptions';
import { createReferral } from '../referrals/createReferral';
import { getReferral } from '../referrals/getReferral';
import { listReferrals } from '../referrals/listReferrals';
import { patchReferral } from '../referrals/patchReferral';
import type { Route } from './route';

/** Every documented operation that answers here. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/v1.0/engagements/referrals', run: listReferrals },
  { method: 'POST', path: '/v1.0/engagements/referrals', run: createReferral },
  { method: 'GET', path: '/v1.0/engagements/referrals/:id', run: getReferral },
  { method: 'PATCH', path: '/v1.0/engagements/referrals/:id', run: patchReferral },
  { method: 'GET', path: '/v1/customers', run: listCustomers },
  { method: 'GET', path: '/v1/customers/:customerId', run: getCustomer },
  { method: 'GET', path: '/v1/customers/:customerId/subscriptions', run: listSubscriptions },
];
