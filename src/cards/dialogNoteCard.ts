import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/unfinishedReferral.json';
import { dialogWords as words } from '../locales/dialogWords';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';

const compiled = new Template(template);

/**
 * A sentence in a dialog, which would close if it were answered with a sentence alone; and the ways on from it, where it is
 * about a draft. @param verb the button that was pressed
 */
export function dialogNoteCard(sentence: string, verb?: string, draftId?: string): CardMessage {
  const actions =
    draftId && verb
      ? [
          executeAction({ title: words.again, verb, data: { draftId } }),
          executeAction({ title: words.back, verb: 'referral.create.form', data: { draftId } }),
        ]
      : [];
  const texts = { title: words.dialog, text: sentence, reason: '', next: '' };
  return { card: expandTemplate(compiled, { ...texts, actions }), summary: words.dialog };
}
