import { newReferralCard } from '../cards/newReferralCard';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

/** The form for a new referral, with what can be guessed of it, and what this person has begun and not finished. */
export async function newReferralAnswer(
  turn: Turn,
  desk: Desk,
  typed: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const [unfinished, email] = await Promise.all([desk.store.drafts.unfinishedOf(turn.person.id), turn.email()]);
  return newReferralCard({
    typed: { type: 'Independent', qualification: 'SalesQualified', ...colleague(turn.person.name, email), ...typed },
    unfinished: unfinished.map(({ id, typed: { customerName = '' } }) => ({ draftId: id, customer: customerName })),
  });
}

/** Whoever asks is on the team: a Referrals user sees only what names them. */
function colleague(name: string, teamEmail: string | undefined): Record<string, string> {
  if (!teamEmail) return {};
  const [first = '', ...rest] = name.split(' ');
  return { teamFirstName: first, teamLastName: rest.join(' '), teamEmail };
}
