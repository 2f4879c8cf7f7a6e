import { z } from 'zod/v4';
import { notePatch } from '../referrals/workPatch';
import { cardAction } from './cardAction';
import { decideReferral } from './decideReferral';
import { textInput } from './inputs';

/** Adds a note below the customer's words, dated and with the presser's name. */
export const referralNote = cardAction({
  verb: 'referral.note',
  needs: ['referrals'],
  right: 'decide',
  data: z.object({ referralId: z.string().min(1), note: textInput(4000) }),
  run(press, { referralId, note }, desk) {
    if (!note) return Promise.resolve('Write the note, then press Add note again. Nothing was sent yet.');
    const author = { name: press.person.name, at: desk.clock.now() };
    return decideReferral(press, desk, {
      verb: 'note',
      referralId,
      typed: { note },
      patch: (referral) => notePatch(referral, note, author),
      notice: `${author.name} added a note.`,
    });
  },
});
