import { Template } from 'adaptivecards-templating';
import template from '../../adaptiveCards/watch.json';
import { foldWords } from '../locales/foldWords';
import { watchWords } from '../locales/watchWords';
import type { SnoozeDays } from '../referrals/snoozeTime';
import { conditionsOf, isPaused, watchesReferrals } from '../referrals/watchConditions';
import type { Watch } from '../storage/store';
import { executeAction } from './executeAction';
import { expandTemplate } from './expandTemplate';
import type { CardMessage } from './message';
import { cutText } from './text/cutText';
import { createFormats } from './text/formats';
import { markdownText } from './text/markdownText';
import { addWatchButton, allWatchesButton } from './watchButtons';
import { conditionTexts, conditionsLine, currencyText } from './watchTexts';

/** One watch. */
export interface WatchCardView {
  watch: Watch;
  /** The days on which a pause can end. */
  pauseDays: SnoozeDays;
  /** Whether others run in the conversation. */
  hasOthers: boolean;
  /** Who asked for bursts to be folded; absent where nobody did. */
  foldedBy?: string | undefined;
  /** What has just happened; absent for nothing. */
  note?: string | undefined;
  /** ms, UTC */
  now: number;
  locale: string;
  timeZone: string | undefined;
}

const words = watchWords.one;
const compiled = new Template(template);

/** A watch with its conditions, whose it is, and what can be done with it. */
export function watchCard(view: WatchCardView): CardMessage {
  const { watch, note = '', foldedBy, now, locale, timeZone, hasOthers } = view;
  const formats = createFormats(locale, timeZone, now);
  const conditions = conditionsOf(watch);
  const line = conditionsLine(conditions, formats);
  const texts = conditionTexts(conditions, formats).map(capital);
  const paused = isPaused(watch, now) && watch.pausedUntil !== null ? formats.day(watch.pausedUntil) : '';
  const card = expandTemplate(compiled, {
    heading: words.heading,
    note,
    conditions: (texts.length > 0 ? texts : [watchWords.everything]).map((text) => ({ text: markdownText(text, 600) })),
    facts: [
      { title: words.owner, value: markdownText(watch.ownerName, 100) },
      { title: words.since, value: formats.moment(watch.startedAt) },
      ...(paused ? [{ title: words.paused, value: paused }] : []),
      ...(currencyText(conditions) ? [{ title: watchWords.conditions.value, value: currencyText(conditions) }] : []),
    ],
    about: [paused ? words.pausedAbout : '', foldedBy === undefined ? '' : foldWords.state(markdownText(foldedBy, 100))]
      .filter(Boolean)
      .join(' '),
    actions: [...actions(view, Boolean(paused)), executeAction(hasOthers ? allWatchesButton : addWatchButton)],
  });
  return { card, summary: words.summary(cutText(line, 150)) };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function actions({ watch, pauseDays }: WatchCardView, paused: boolean): object[] {
  const data = { watchId: watch.id };
  // What is no referral has no form and nothing to be tested with.
  const ofReferrals = [
    executeAction({ title: words.test, verb: 'watch.test', data }),
    executeAction({ title: words.edit, verb: 'watch.form', data }),
  ];
  return [
    ...(watchesReferrals(watch) ? ofReferrals : []),
    paused ? executeAction({ title: words.resume, verb: 'watch.resume', data }) : pauseAction(watch.id, pauseDays),
    executeAction({ title: words.remove, verb: 'watch.remove', data, style: 'destructive' }),
  ];
}

function pauseAction(watchId: string, { first, last }: SnoozeDays): object {
  const until = {
    type: 'Input.Date',
    id: 'pauseUntil',
    label: watchWords.one.paused,
    min: first,
    ...(last ? { max: last } : {}),
    isRequired: true,
    errorMessage: words.untilMissing,
  };
  const pause = executeAction({ title: words.pauseNow, verb: 'watch.pause', data: { watchId } });
  return {
    type: 'Action.ShowCard',
    title: words.pause,
    card: { type: 'AdaptiveCard', version: '1.5', body: [until], actions: [pause] },
  };
}
