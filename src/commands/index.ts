import type { Command } from './command';
import { helpCommand } from './help';
import { subscriptionsCommand } from './subscriptions';
import { unwatchCommand } from './unwatch';
import { watchCommand } from './watch';

const others: readonly Command[] = [watchCommand, unwatchCommand, subscriptionsCommand];

/** Every chat command, in the order in which help shows them. */
export const commands: readonly Command[] = [helpCommand(others), ...others];
