import type { ReferralVerb } from './lifecycle';

/** What the buttons say. */
export const buttonNames: Readonly<Record<ReferralVerb, string>> = {
  accept: 'Accept',
  decline: 'Decline',
  won: 'Won',
  lost: 'Lost',
  update: 'Change',
  note: 'Add note',
  assign: 'Add teammate',
};

/** Why nobody is named as the one who decided although the press seems to have worked. */
export const lostAnswerSentence = (name: string, verb: ReferralVerb): string =>
  `${name} pressed ${buttonNames[verb]}. The answer was lost on the way, but Partner Center now has it so.`;
