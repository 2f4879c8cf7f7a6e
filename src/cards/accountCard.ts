import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/account.json';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';

/** What a card about the watching account shows; every text is Markdown. */
export interface AccountCardView {
  title: string;
  /** `attention`: somebody has to do something. */
  color?: 'default' | 'good' | 'attention';
  texts: readonly string[];
  facts?: readonly { title: string; value: string }[];
  /** A button that opens a page. */
  link?: { title: string; url: string };
  summary: string;
}

const compiled = new Template(template);

/** A title, some sentences, some facts, and at most one button. */
export function accountCard({
  title,
  color = 'default',
  texts,
  facts = [],
  link,
  summary,
}: AccountCardView): CardMessage {
  const data = {
    title,
    color,
    texts: texts.map((text) => ({ text })),
    facts,
    link: link?.url ?? '',
    button: link?.title ?? '',
  };
  return { card: expandTemplate(compiled, data), summary };
}
