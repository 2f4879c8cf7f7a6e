import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { insertedCard } from '../cards/insertedCard';
import { errorSentence } from '../commands/errorSentence';
import { neededTokens } from '../commands/neededTokens';
import type { Turn } from '../commands/turn';
import { span } from '../lib/span';
import { traced } from '../lib/trace';
import { searchWords } from '../locales/searchWords';
import { SignInNeeded } from '../partnerCenter/signInNeeded';
import { searchCommands } from '../messageExtension';
import { searchReferrals } from '../messageExtension/searchReferrals';
import { errorFacts } from '../partnerCenter/errorFacts';
import type { Search, SearchHit } from '../messageExtension/searchCommand';
import type { TeamsActivity } from './activity';
import type { ApplicationParts } from './application';
import { takeBrought } from './broughtSignIn';
import { composeMessage } from './composeMessage';
import { composeSignIn } from './composeSignIn';
import { patiently } from './patiently';
import { activityOf, createPassingTurn } from './turn';
import { unknownPerson } from './typed';

// https://learn.microsoft.com/en-us/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
const queryValue = z.object({
  // Teams' playground leaves out what its manifest-less search does not know: that is the first command and its only parameter.
  commandId: z.string().default(searchReferrals.id),
  parameters: z.array(z.object({ name: z.string().default('query'), value: z.coerce.string() })).catch([]),
  queryOptions: z
    .object({ skip: z.number().int().nonnegative().catch(0), count: z.number().int().positive().catch(25) })
    .catch({ skip: 0, count: 25 }),
});

/** Teams shows at most 25 results at a time. */
const mostHits = 25;
const longestQuery = 120;
/** How long a search may take, in ms: Teams waits 5 s. */
const patienceMs = 4_500;

/** Answers a search from the compose box. */
export async function answerQuery(context: TurnContext, parts: ApplicationParts): Promise<void> {
  const activity = activityOf(context);
  const { kind } = await takeBrought(activity, context.activity.value, parts);
  const turn = kind === 'refused' ? undefined : await createPassingTurn(activity, parts);
  const found = turn ? await searched(activity, turn, context.activity.value, parts) : composeMessage(unknownPerson);
  const isRefused = kind === 'refused' || (kind === 'token' && found instanceof SignInNeeded);
  const body = found instanceof SignInNeeded ? composeSignIn(turn, found, parts, kind === 'nothing') : found;
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    // Teams then falls back to the sign-in in a browser.
    value: isRefused ? { status: 412 } : { status: 200, body },
  });
}

/** What is answered to a search with the person's own token. Never rejects: every error becomes a sentence, or a sign-in. */
async function searched(
  activity: TeamsActivity,
  turn: Turn,
  value: unknown,
  { gate, desk, clock, signIns }: ApplicationParts,
): Promise<object> {
  const asked = queryValue.safeParse(value).data;
  const command = searchCommands.find(({ id }) => id === asked?.commandId);
  if (!asked || !command) return composeMessage(`${searchWords.unknownCommand} (Reference ${turn.referenceId})`);
  const started = clock.now();
  const run = async (): Promise<SearchHit[] | string> => {
    const refusal = await gate.refusal(activity, turn, { door: 'search', action: command.id, right: 'read' });
    if (refusal !== undefined) return refusal;
    const tokens = await neededTokens(turn.tokens, command.needs);
    return command.search({ ...turn, tokens }, searchOf(asked), desk);
  };
  const spanned = () => span(`search ${command.id}`, {}, run);
  const work = traced({ cause: turn.referenceId }, spanned).catch((error: unknown): string | SignInNeeded => {
    if (signIns && error instanceof SignInNeeded && !error.tried) return error;
    turn.log.error({ ...errorFacts(error), search: command.id }, 'search failed');
    return errorSentence(error, turn.referenceId);
  });
  // What comes too late is remembered where it was read, so that the next letter finds it.
  const { answer, late } = await patiently<SearchHit[] | string | SignInNeeded>(
    clock,
    work,
    searchWords.slow,
    patienceMs,
  );
  turn.log.info({ search: command.id, ms: clock.now() - started, late: Boolean(late) }, 'search');
  if (answer instanceof SignInNeeded) return answer;
  return typeof answer === 'string' ? composeMessage(answer) : results(answer);
}

function searchOf({ parameters, queryOptions }: z.infer<typeof queryValue>): Search {
  // The first search of all, before anything is typed, carries the parameter initialRun in its place.
  const query = parameters.find(({ name }) => name === 'query')?.value ?? '';
  const { skip, count } = queryOptions;
  return { query: query.trim().slice(0, longestQuery), skip, count: Math.min(count, mostHits) };
}

const results = (hits: readonly SearchHit[]): object => ({
  composeExtension: {
    type: 'result',
    attachmentLayout: 'list',
    attachments: hits.map(({ title, subtitle, text, card }) => ({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: insertedCard(card.card),
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: unmarked(title), subtitle: unmarked(subtitle), text: unmarked(text) },
      },
    })),
  },
});

/** Thumbnail cards read some HTML: https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/cards-format */
const unmarked = (text: string): string =>
  text
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/&(?=#|\p{L}+;)/gu, '＆');
