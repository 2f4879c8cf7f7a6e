import { grammarDigest as words } from '../../locales/grammarDigest';
import type { Token } from './tokens';
import { phrasesOf, type Said, vocabularyOf } from './vocabulary';

type Reader = (tokens: readonly Token[], at: number) => Said<Readonly<Record<string, unknown>>>[];

const days = vocabularyOf(words.days);
const weekly = phrasesOf(words.weekly);
const lead = phrasesOf(words.at);
const noon = phrasesOf(words.noon);
const off = phrasesOf([...words.off, ...words.stop]);

/** Of "weekly on Monday" the day is what is meant. */
const readDay: Reader = (tokens, at) => [
  ...days.at(tokens, at).map((said) => ({ ...said, value: { weekday: Number(said.value) } })),
  ...weekly.at(tokens, at).flatMap((said) => [
    { ...said, value: { weekday: 1 } },
    ...days
      .at(tokens, at + said.length)
      .filter(({ value }) => value !== '0')
      .map((day) => ({
        value: { weekday: Number(day.value) },
        length: said.length + day.length,
        slips: said.slips + day.slips,
      })),
  ]),
];

/** "at 8:30", "9", "5 pm", "17.00", "noon". */
const readTime: Reader = (tokens, at) =>
  lead.at(tokens, at).flatMap((said) => {
    const next = at + said.length;
    const midday = noon.at(tokens, next).map(({ length }) => ({ time: '12:00', length }));
    const joined = timeOf(tokens[next]?.text ?? '');
    const apart = timeOf(`${tokens[next]?.text ?? ''}${tokens[next + 1]?.word ?? ''}`);
    const times = [
      ...midday,
      ...(joined ? [{ time: joined, length: 1 }] : []),
      ...(apart && isHalf(tokens[next + 1]) ? [{ time: apart, length: 2 }] : []),
    ];
    return times.map(({ time, length }) => ({ value: { time }, length: said.length + length, slips: said.slips }));
  });

const isHalf = (token: Token | undefined): boolean => token?.word === words.morning || token?.word === words.afternoon;

/** `HH:MM`; undefined for what is no time. */
function timeOf(text: string): string | undefined {
  const [, hours = '', minutes = '00', half] = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|h)?$/i.exec(text) ?? [];
  const said = Number(hours);
  const isTwelve = half !== undefined && half.toLowerCase() !== 'h';
  if (hours === '' || said > (isTwelve ? 12 : 23) || (isTwelve && said === 0) || Number(minutes) > 59) return undefined;
  const later = isTwelve && half.toLowerCase() === words.afternoon;
  const hour = isTwelve ? (said % 12) + (later ? 12 : 0) : said;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** When a digest comes. */
export const digestFilters = {
  /** `weekday`: 1 (Monday) to 7, 0 for every day. */
  digestDay: readDay,
  /** `time`: `HH:MM`. */
  digestTime: readTime,
  /** `off: true` */
  digestOff: (tokens, at) => off.at(tokens, at).map((said) => ({ ...said, value: { off: true } })),
} satisfies Readonly<Record<string, Reader>>;
