import { z } from 'zod/v4';
import { startNewsWatch } from '../commands/startNewsWatch';
import { cardAction } from './cardAction';
import { textInput } from './inputs';

/** The form's buttons for what is no referral: the same as typing `watch subscriptions` or `watch invoices`. */
export const watchNews = cardAction({
  verb: 'watch.news',
  needs: ['partner-center'],
  data: z.object({ news: z.enum(['subscriptions', 'invoices']), customer: textInput(120) }),
  run: (press, wanted, desk) => startNewsWatch(press, desk, wanted),
});
