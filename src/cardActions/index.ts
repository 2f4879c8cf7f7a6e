import type { CardAction } from './cardAction';
import { customerChoose } from './customerChoose';
import { listPage } from './listPage';
import { referralAccept } from './referralAccept';
import { referralDecline } from './referralDecline';
import { referralRefresh } from './referralRefresh';
import { watchBacklog } from './watchBacklog';
import { watchStart } from './watchStart';

/** Every button verb. */
export const cardActions: readonly CardAction[] = [
  referralAccept,
  referralDecline,
  referralRefresh,
  watchStart,
  watchBacklog,
  customerChoose,
  listPage,
];
