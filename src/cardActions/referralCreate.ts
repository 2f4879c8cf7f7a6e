import { z } from 'zod/v4';
import { confirmReferralCard } from '../cards/confirmReferralCard';
import { newReferralCard } from '../cards/newReferralCard';
import type { Desk } from '../commands/desk';
import { cardAction, type Press } from './cardAction';
import { readNewReferral, typedInputs } from './readNewReferral';

/** How long a draft can be confirmed, in ms: until tomorrow at this time. */
const goodForMs = 24 * 60 * 60_000;

/** The form was filled in: it is kept as a draft, and its maker is asked whether it is to be created. */
export const referralCreate = cardAction({
  verb: 'referral.create',
  right: 'decide',
  needs: [],
  data: z.looseObject({ draftId: z.string().optional() }),
  async run(press, { draftId: earlier, ...given }, desk) {
    const read = readNewReferral(given);
    if ('problem' in read) {
      const { problem } = read;
      press.redraw(newReferralCard({ typed: typedInputs(given), problem, draftId: earlier }));
      return problem;
    }
    const now = desk.clock.now();
    const draft = { id: desk.newId(), createdAt: now, expiresAt: now + goodForMs, typed: typedInputs(given) };
    await keep(press, desk, draft, earlier);
    press.log.info({ draft: draft.id, type: read.referral.type }, 'referral drafted');
    return confirmReferralCard({
      draftId: draft.id,
      referral: read.referral,
      expiresAt: draft.expiresAt,
      now,
      locale: press.locale,
      timeZone: press.timeZone,
    });
  },
});

type NewDraft = Omit<Parameters<Desk['store']['drafts']['add']>[0], 'makerId' | 'makerName'>;

function keep({ person }: Press, { store, clock }: Desk, draft: NewDraft, earlier: string | undefined): Promise<void> {
  const now = clock.now();
  return store.transaction(async ({ drafts }) => {
    const replaced = earlier ? await drafts.find(earlier) : undefined;
    if (replaced?.makerId === person.id) await drafts.replace(replaced.id, now);
    await drafts.add({ ...draft, makerId: person.id, makerName: person.name });
  });
}
