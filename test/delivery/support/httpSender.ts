import { createConnector } from '../../../src/bot/connector';
import { createSender } from '../../../src/bot/sender';
import type { Sender } from '../../../src/delivery/sender';

/** The product's own sender, towards a Teams that asks for no token. */
export const httpSender = (fetchHttp: typeof fetch): Sender =>
  createSender(createConnector(fetchHttp, () => Promise.resolve(undefined)));
