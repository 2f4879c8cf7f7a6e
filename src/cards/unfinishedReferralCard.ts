import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/unfinishedReferral.json';
import { confirmReferralWords as words } from '../locales/confirmReferralWords';
import { newReferralWords } from '../locales/newReferralWords';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { cutText } from './text/cutText';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';

/** A referral whose creation came to a halt. */
export interface UnfinishedReferralCardView {
  draftId: string;
  customer: string;
  /** `half`: the own referral is there and Microsoft's is not. `uncertain`: nobody knows of the own one. */
  kind: 'half' | 'uncertain';
  /** The sentence about what went wrong. */
  reason: string;
  /** The own referral, where it is there. */
  referralId: string | null;
}

const compiled = new Template(template);

/** How far it came, and the button that finishes it. */
export function unfinishedReferralCard(view: UnfinishedReferralCardView): CardMessage {
  const { draftId, kind, reason, referralId } = view;
  const customer = cutText(oneLine(view.customer), 80);
  const { title, text, next } = words[kind];
  const finish = kind === 'half' ? words.buttons.finish : words.buttons.lookAgain;
  const show = { title: words.buttons.showOwn, verb: 'referral.show', data: { referralId: referralId ?? undefined } };
  const actions = [
    { ...executeAction({ title: finish, verb: 'referral.create.resume', data: { draftId } }), style: 'positive' },
    ...(referralId ? [executeAction(show)] : []),
  ];
  const texts = { title, text: markdownText(text(customer), 400), reason: markdownText(reason, 600), next };
  return { card: expandTemplate(compiled, { ...texts, actions }), summary: words.unfinishedSummary(customer) };
}

/** What a dialog shows while it takes long: it must be answered before it is done. */
export function workingReferralCard(draftId: string): CardMessage {
  const { title, text, look } = words.working;
  const actions = [executeAction({ title: look, verb: 'referral.create.resume', data: { draftId } })];
  return {
    card: expandTemplate(compiled, { title, text, reason: '', next: '', actions }),
    summary: newReferralWords.summary,
  };
}
