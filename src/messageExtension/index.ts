import { createReferralFromMessage } from './createReferralFromMessage';
import type { MessageAction } from './messageAction';
import type { SearchCommand } from './searchCommand';
import { searchCustomers } from './searchCustomers';
import { searchReferrals } from './searchReferrals';

/** Every search command of the message extension, in the order of the manifest. */
export const searchCommands: readonly SearchCommand[] = [searchReferrals, searchCustomers];

/** Every action in the menu of a message, in the order of the manifest. */
export const messageActions: readonly MessageAction[] = [createReferralFromMessage];
