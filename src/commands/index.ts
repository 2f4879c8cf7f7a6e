import type { Command } from './command';
import { connectCommand } from './connect';
import { createReferralCommand } from './createReferral';
import { customerCommand } from './customer';
import { customersCommand } from './customers';
import { digestCommand } from './digest';
import { disconnectCommand } from './disconnect';
import { exportAuditCommand } from './exportAudit';
import { foldCommand } from './fold';
import { forgetCommand } from './forget';
import { helpCommand } from './help';
import { invoiceCommand } from './invoice';
import { invoicesCommand } from './invoices';
import { ordersCommand } from './orders';
import { quietHoursCommand } from './quietHours';
import { referralCommand } from './referral';
import { referralsCommand } from './referrals';
import { statusCommand } from './status';
import { retryCommand } from './retry';
import { signInCommand } from './signIn';
import { signOutCommand } from './signOut';
import { subscriptionsCommand } from './subscriptions';
import { unwatchCommand } from './unwatch';
import { watchCommand } from './watch';
import { watchNewsCommand } from './watchNews';
import { watchesCommand } from './watches';

const others: readonly Command[] = [
  watchCommand,
  referralsCommand,
  referralCommand,
  createReferralCommand,
  customersCommand,
  customerCommand,
  subscriptionsCommand,
  ordersCommand,
  invoicesCommand,
  invoiceCommand,
  watchNewsCommand,
  watchesCommand,
  unwatchCommand,
  quietHoursCommand,
  foldCommand,
  digestCommand,
  statusCommand,
  retryCommand,
  connectCommand,
  disconnectCommand,
  signInCommand,
  signOutCommand,
  exportAuditCommand,
  forgetCommand,
];

/** Every chat command, in the order in which help shows them. */
export const commands: readonly Command[] = [helpCommand(others), ...others];
