import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/list.json';
import { fileWords } from '../locales/fileWords';
import { listWords as words } from '../locales/listWords';
import { executeAction, type CardButton } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { AdaptiveCard } from './message';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';

/** A line of a list. Plain text. */
export interface ListRow {
  name: string;
  /** At the right of the name; '' for none. */
  state: string;
  /** An Adaptive Cards text colour. */
  colour: 'attention' | 'default';
  about: string;
  /** What a press on the line does. */
  open?: CardButton;
}

/** A page of a list. Plain text. */
export interface ListCardView {
  heading: string;
  about: string;
  rows: readonly ListRow[];
  /** "1–8 of 240"; '' where everything is here. */
  range: string;
  /** At most six. */
  buttons: readonly CardButton[];
}

const compiled = new Template(template);

/** A list: a line for each thing, which opens it; below it what of the list is shown, and buttons. */
export function listCard({ heading, about, rows, range, buttons }: ListCardView): AdaptiveCard {
  const canOpen = rows.some(({ open }) => open !== undefined);
  const end = [range, canOpen ? words.pressLine : ''].filter(Boolean).join(' · ');
  return expandTemplate(compiled, {
    heading: markdownText(heading, 120),
    about: markdownText(about, 240),
    rows: rows.map(({ name, state, colour, about: text, open }) => ({
      name: markdownText(name, 100),
      state: markdownText(state, 60),
      colour,
      about: markdownText(text, 420),
      open: open ? executeAction(open) : null,
    })),
    range: end,
    actions: buttons.map(executeAction),
  });
}

/** The part of a list that is shown, and the buttons to its neighbours. */
export interface ListPage<T> {
  shown: readonly T[];
  range: string;
  buttons: CardButton[];
}

/**
 * Cuts a page out of a list that is here as a whole.
 * @param page zero-based; beyond the end means the last
 * @param data what `list.page` needs to show this list again
 */
export function listPage<T>(
  items: readonly T[],
  { page: wanted, size, data }: { page: number; size: number; data: CardButton['data'] },
  { number }: Formats,
): ListPage<T> {
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const page = Math.min(Math.max(0, Math.trunc(wanted)), last);
  const shown = items.slice(page * size, (page + 1) * size);
  const first = page * size + 1;
  const range = words.range(number(first), number(first + shown.length - 1), number(items.length));
  const buttons = [...pageButtons(page, page < last, data), ...exportButtons(data, items.length, true)];
  return { shown, range: last > 0 ? range : '', buttons };
}

/**
 * The button that gives the whole list as a file, where there is something in it.
 * @param known how many things are known
 * @param complete whether these are all
 */
export function exportButtons(data: CardButton['data'], known: number, complete: boolean): CardButton[] {
  const rows = complete ? known : undefined;
  return known > 0 ? [{ title: fileWords.export, verb: 'list.export', data: { ...data, rows } }] : [];
}

/** Buttons to the page before and the page after. */
export function pageButtons(page: number, hasNext: boolean, data: CardButton['data']): CardButton[] {
  const to = (title: string, target: number) => ({ title, verb: 'list.page', data: { ...data, page: target } });
  return [...(page > 0 ? [to(words.previous, page - 1)] : []), ...(hasNext ? [to(words.next, page + 1)] : [])];
}
