import type { Double } from './checkCards';
import type { ReportedRun } from './report';
import type { Scene } from './scene';
import type { Settled } from './settle';

/** A second card works when it is pressed, and from then on follows its referral like any other. */
export async function checkAdoption(
  { teams, channels, deciders, sandbox }: Scene,
  { pass }: Settled,
  doubles: readonly Double[],
  { found, counts }: ReportedRun,
): Promise<void> {
  for (const { activityId, conversationId, referralId } of doubles) {
    const place = channels.find(({ id }) => id === conversationId);
    const [by] = deciders;
    if (!place || !by) continue;
    const edits = () => teams.cards(conversationId).find((card) => card.activityId === activityId)?.edits ?? 0;
    await teams.press({ by, in: place }, activityId, 'referral.refresh', {}, { referralId });
    const before = edits();
    sandbox.world.referrals.changeInPortal(referralId, { name: `Changed after ${activityId}` });
    if (await pass(() => edits() > before)) counts.adopted += 1;
    else found.push(`The second card ${activityId} was pressed and does not follow its referral`);
  }
}
