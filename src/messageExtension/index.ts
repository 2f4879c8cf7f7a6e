import type { SearchCommand } from './searchCommand';
import { searchCustomers } from './searchCustomers';
import { searchReferrals } from './searchReferrals';

/** Every search command of the message extension, in the order of the manifest. */
export const searchCommands: readonly SearchCommand[] = [searchReferrals, searchCustomers];
