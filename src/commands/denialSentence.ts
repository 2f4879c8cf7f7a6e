import type { Denial } from './permission';

const sentences: Readonly<Record<Exclude<Denial, 'place'>, string>> = {
  guest:
    'Only people of this company may do that here, and Teams says that you are a guest. Ask a colleague of theirs.',
  external:
    'Only people of this company may do that here, and your account belongs to another one. Ask somebody of theirs.',
  unknown: 'Teams did not say whether you belong to this company, so nothing can be shown yet. Try again in a minute.',
  decider:
    'Only the people that your administrator has named may change referrals here. Ask one of them, or your administrator.',
  admin: 'Only an administrator of Partner Desk may do that. Ask the person who installed it.',
};

/**
 * Why nothing was done, and what to do instead.
 * @param places the names of channels where data may be shown, as far as they are known
 */
export function denialSentence(denial: Denial, places: readonly string[], referenceId: string): string {
  const sentence =
    denial === 'place'
      ? `Data of Partner Center may not be shown here. Ask me in a personal chat${places.length > 0 ? ` or in ${places.join(', ')}` : ''}.`
      : sentences[denial];
  return `${sentence} (Reference ${referenceId})`;
}
