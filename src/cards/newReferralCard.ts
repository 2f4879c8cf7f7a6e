import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/newReferral.json';
import { newReferralWords as words } from '../locales/newReferralWords';
import { executeAction, type CardButton } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { newReferralForm } from './newReferralForm';
import { cutText } from './text/cutText';
import { markdownText } from './text/markdownText';
import { oneLine } from './text/plainText';

/** What the form starts with. */
export interface NewReferralCardView {
  /** By the ids of the inputs. */
  typed: Readonly<Record<string, string>>;
  /** What is wrong with it; '' for nothing. */
  problem?: string;
  /** The draft that it was filled in for before, which the next one replaces. */
  draftId?: string | undefined;
  /** What this person has begun and not finished. */
  unfinished?: readonly { draftId: string; customer: string }[];
}

/** Opens the form from another card. */
export const newReferralButton: CardButton = { title: words.create, verb: 'referral.create.form', data: {} };

const compiled = new Template(template);
const mostUnfinished = 3;

/** The form for a new referral. */
export function newReferralCard({ typed, problem = '', draftId, unfinished = [] }: NewReferralCardView): CardMessage {
  const next = executeAction({ title: words.next, verb: 'referral.create', data: { draftId } });
  const card = expandTemplate(compiled, {
    title: words.title,
    intro: words.intro,
    problem: markdownText(problem, 1000),
    unfinished: unfinished.slice(0, mostUnfinished).map(unfinishedRow),
    ...newReferralForm(typed, Boolean(problem || draftId)),
    next: { ...next, style: 'positive' },
  });
  return { card, summary: words.summary };
}

function unfinishedRow({ draftId, customer }: { draftId: string; customer: string }) {
  const name = cutText(oneLine(customer), 60);
  const finish = { title: words.finish(name), verb: 'referral.create.resume', data: { draftId } };
  return { text: markdownText(words.unfinished(name), 300), finish: executeAction(finish) };
}
