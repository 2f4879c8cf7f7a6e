import { Template } from 'adaptivecards-templating';
import fieldsTemplate from '../../adaptiveCards/allFields.json';
import template from '../../adaptiveCards/detail.json';
import { fieldWords as words } from '../locales/fieldWords';
import { allFields, type FieldPage } from './allFields';
import { executeAction, type CardButton } from './executeAction';
import { expandTemplate } from './expandTemplate';
import { fieldElements } from './fieldElements';
import type { AdaptiveCard } from './message';
import type { CardFact } from './referralFacts';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';

/** A part of a detail card: its lines, what is to be said below them, and at most six buttons. Plain text. */
export interface DetailSection {
  title: string;
  rows: readonly { name: string; about: string }[];
  end: string;
  buttons?: readonly CardButton[];
}

/** One thing with everything about it. Plain text, but for the facts. */
export interface DetailCardView {
  heading: string;
  about: string;
  /** At most six. */
  facts: readonly CardFact[];
  sections: readonly DetailSection[];
  /** At most five: one more shows the fields. */
  buttons: readonly CardButton[];
  /** The resource, and the button that shows this card with the fields from `fieldsFrom` on. */
  resource: object;
  show: Omit<CardButton, 'title'>;
  /** The first field to be shown in place of the facts and sections; undefined for the card that comes first. */
  fieldsFrom: number | undefined;
}

const compiled = new Template(template);
const compiledFields = new Template(fieldsTemplate);

/**
 * A detail card: what matters on its face, and all fields behind a button. Where these do not fit they go on on a card of
 * their own, a page at a time.
 */
export function detailCard(view: DetailCardView, formats: Formats): AdaptiveCard {
  const { fieldsFrom, buttons } = view;
  const fields = allFields(view.resource, formats, fieldsFrom);
  const folded = fieldsFrom === undefined;
  const turning = fieldButtons(fields, view.show, folded);
  const groups = fields.groups.map((group) => ({ items: fieldElements(group) }));
  const expanded = expandTemplate(compiledFields, {
    groups,
    range: fields.range,
    actions: folded ? turning.map(executeAction) : [],
  });
  return expandTemplate(compiled, {
    heading: markdownText(view.heading, 120),
    about: markdownText(view.about, 240),
    facts: folded ? view.facts : [],
    hasFacts: folded && view.facts.length > 0,
    sections: folded ? view.sections.map(written) : [],
    hasFaceFields: !folded,
    faceFields: folded ? [] : expanded['body'],
    actions: folded
      ? [...buttons.map(executeAction), { type: 'Action.ShowCard', title: words.title, card: foldedPart(expanded) }]
      : turning.map(executeAction),
  });
}

const written = ({ title, rows, end, buttons = [] }: DetailSection) => ({
  title: markdownText(title, 100),
  rows: rows.map(({ name, about }) => ({ name: markdownText(name, 160), about: markdownText(about, 200) })),
  end: markdownText(end, 200),
  hasActions: buttons.length > 0,
  actions: buttons.map(executeAction),
});

function fieldButtons(fields: FieldPage, { verb, data }: Omit<CardButton, 'title'>, folded: boolean): CardButton[] {
  const to = (title: string, fieldsFrom: number | undefined) => ({ title, verb, data: { ...data, fieldsFrom } });
  if (folded) {
    return [...(fields.next === undefined ? [] : [to(words.more, fields.next)]), to(words.readAgain, undefined)];
  }
  return [
    ...(fields.previous === undefined ? [] : [to(words.previous, fields.previous)]),
    ...(fields.next === undefined ? [] : [to(words.next, fields.next)]),
    to(words.back, undefined),
  ];
}

/** The card within a ShowCard names its version, but not its schema. */
function foldedPart({ $schema: _schema, ...part }: AdaptiveCard): object {
  return part;
}
