import { z } from 'zod/v4';
import type { Trace } from '../lib/trace';

const aboutReferral = z.looseObject({ referralId: z.string().max(100) });

/** The referral that a button is about, for the log; nothing where it is about none. */
export function referralOf(data: unknown): Trace {
  const { success, data: found } = aboutReferral.safeParse(data);
  return success ? { trace: found.referralId } : {};
}
