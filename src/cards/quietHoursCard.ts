import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/quietHours.json';
import { quietWords as words } from '../locales/quietWords';
import type { QuietHoursRow } from '../storage/quietHours';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import { formInput } from './formInput';
import type { CardMessage } from './message';
import { markdownText } from './text/markdownText';

/** The quiet hours of a conversation. */
export interface QuietHoursCardView {
  /** Absent where there are none. */
  hours: QuietHoursRow | undefined;
  /** IANA; null where Teams did not say. */
  timeZone: string | null;
  /** What has just happened; absent for nothing. */
  note?: string;
}

const compiled = new Template(template);

/** What the quiet hours are, and a form that sets them. */
export function quietHoursCard({ hours, timeZone, note = '' }: QuietHoursCardView): CardMessage {
  const { quietFrom, quietUntil } = words.inputs;
  const set = executeAction({ title: words.set, verb: 'quiet.set', data: {}, style: 'positive' });
  const clear = executeAction({ title: words.clear, verb: 'quiet.clear', data: {} });
  const card = expandTemplate(compiled, {
    heading: words.heading,
    note,
    about: words.about,
    state: hours ? words.now(hours.from, hours.until, markdownText(hours.setBy, 100)) : words.none,
    zone: timeZone ? words.zone(markdownText(timeZone, 60)) : words.noZone,
    inputs: [
      formInput({ kind: 'time', id: 'quietFrom', label: quietFrom, value: hours?.from }),
      formInput({ kind: 'time', id: 'quietUntil', label: quietUntil, value: hours?.until }),
    ],
    actions: hours ? [set, clear] : [set],
  });
  return { card, summary: words.summary };
}
