import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/watchForm.json';
import { newsWords } from '../locales/newsWords';
import { watchWords } from '../locales/watchWords';
import { codeKey } from '../referrals/codeKey';
import { watchChoices } from '../referrals/watchChoices';
import type { WatchConditions } from '../referrals/watchConditions';
import { executeAction, type CardButton } from './executeAction';
import { expandTemplate } from './expandTemplate';
import { formInput, type FormInput } from './formInput';
import type { CardMessage } from './message';
import { allWatchesButton } from './watchButtons';
import { readableCode } from './text/readableCode';

/** The form for the conditions of a watch. */
export interface WatchFormCardView {
  /** What it starts with. */
  conditions: WatchConditions;
  /** The watch that is to be changed; absent for a new one. */
  watchId?: string | undefined;
}

type InputId = Exclude<keyof typeof watchWords.inputs, 'pauseUntil'>;
type Shape = Omit<FormInput, 'id' | 'label' | 'value'>;

const words = watchWords.form;
const compiled = new Template(template);

const chosen = (codes: readonly string[], title: (code: string) => string): Shape => ({
  kind: 'choices',
  choices: codes.map((code) => ({ title: title(code), value: codeKey(code) })),
});
const readable = (code: string): string => (/\s/.test(code) ? code : readableCode(code));
const kindTitle = (kind: string): string => {
  const text = watchWords.kinds[kind as keyof typeof watchWords.kinds];
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const number: Shape = { kind: 'number', errorMessage: words.errors.value };

const shapes: Readonly<Record<InputId, Shape>> = {
  direction: {
    kind: 'radio',
    choices: Object.entries(words.directions).map(([value, title]) => ({ value, title })),
  },
  kinds: chosen(watchChoices.kinds, kindTitle),
  countries: { kind: 'text', maxLength: 300 },
  min: number,
  max: number,
  currency: { kind: 'text', maxLength: 3, regex: '^[A-Za-z]{3}$', errorMessage: words.errors.currency },
  customer: { kind: 'text', maxLength: 120 },
  mine: { kind: 'toggle' },
  products: chosen(watchChoices.products, readable),
  industries: chosen(watchChoices.industries, readable),
  solutions: chosen(watchChoices.solutions, readable),
  teamMember: { kind: 'email', maxLength: 254, regex: '^[^@ ]+@[^@ ]+$', errorMessage: words.errors.email },
  location: { kind: 'text', maxLength: 64 },
};

const face: readonly InputId[] = ['direction', 'kinds', 'countries', 'min', 'max', 'currency', 'customer', 'mine'];
const sections: Readonly<Record<keyof typeof words.sections, readonly InputId[]>> = {
  products: ['products'],
  industries: ['industries'],
  solutions: ['solutions'],
  people: ['teamMember', 'location'],
};

/** What can be watched in place of referrals; the name of the customer goes along. */
const instead = (['subscriptions', 'invoices'] as const).map((news): CardButton => ({
  title: newsWords.instead[news],
  verb: 'watch.news',
  data: { news },
}));

/** All conditions as inputs, what is rarer behind buttons. */
export function watchFormCard({ conditions, watchId }: WatchFormCardView): CardMessage {
  const inputs = (ids: readonly InputId[]) => ids.map((id) => inputOf(id, valueOf(id, conditions)));
  const start: CardButton = { title: words.start, verb: 'watch.start', data: {}, style: 'positive' };
  const save: CardButton = { ...start, title: words.save, verb: 'watch.edit', data: { watchId } };
  const card = expandTemplate(compiled, {
    title: words.title,
    intro: words.intro,
    face: inputs(face),
    sections: Object.entries(words.sections).map(([id, title]) => {
      const ids = sections[id as keyof typeof sections];
      const open = ids.some((input) => valueOf(input, conditions) !== undefined);
      return { id: `section-${id}`, title, open, inputs: inputs(ids) };
    }),
    actions: [...(watchId ? [save] : [start, ...instead]), allWatchesButton].map(executeAction),
  });
  return { card, summary: words.summary };
}

function inputOf(id: InputId, value: string | undefined): Record<string, unknown> {
  const label = watchWords.inputs[id];
  return formInput({ ...shapes[id], id, label, placeholder: watchWords.placeholders[id], value });
}

/** Whose own referrals they are is kept as an address. */
function valueOf(id: InputId, conditions: WatchConditions): string | undefined {
  if (id === 'mine') return undefined;
  if (id === 'direction') return conditions.direction ?? 'Incoming';
  const value = conditions[id];
  if (typeof value === 'string' || value === undefined) return value;
  if (typeof value === 'number') return String(value);
  return id === 'countries' ? value.join(', ') : value.map(codeKey).join(',');
}
