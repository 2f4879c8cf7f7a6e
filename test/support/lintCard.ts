import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CardMessage } from '../../src/cards/message';

type Json = Record<string, unknown>;

/** Half of what Teams takes in a post is kept free: 28 KB is what its strictest path (webhooks) takes. */
const mostBytes = 28 * 1024;

/**
 * What a phone with Teams on it could object to in a card. Schema 1.5:
 * https://adaptivecards.io/explorer/ and https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 * @param said everything that people wrote into the card; only that may hold an expression of a template
 */
export function lintCard({ card, summary }: CardMessage, said = ''): string[] {
  const nodes = [...walk(card)];
  const face = [...walk({ ...card, actions: [] })];
  // Where all fields are asked for there are as many as there are.
  const everything = [...walk(face.filter(({ id }) => id === 'allFields'))];
  return [
    ...check(card.version === '1.5', 'the version is not 1.5'),
    ...check(card['$schema'] === 'http://adaptivecards.io/schemas/adaptive-card.json', '$schema is missing'),
    ...check(summary.trim() !== '' && summary.length < 200, 'the summary is empty or has 200 characters or more'),
    ...sizeProblems({ card, summary }),
    ...repeated(nodes.map((node) => node['id']).filter((id) => id !== undefined)).map((id) => `two inputs are "${id}"`),
    ...nodes.flatMap((node) => nodeProblems(node)),
    ...check(factsOf(face).length - factsOf(everything).length <= 6, 'more than six facts on the face'),
    ...leftovers(card, said),
  ];
}

const check = (holds: boolean, problem: string): string[] => (holds ? [] : [problem]);

const known: Readonly<Record<string, (node: Json) => string[]>> = {
  AdaptiveCard: (node) => check(listOf(node['actions']).length <= 6, 'more than six actions'),
  Container: (node) => check(listOf(node['items']).length > 0, 'an empty Container'),
  ActionSet: (node) => check(listOf(node['actions']).length > 0, 'an empty ActionSet'),
  ColumnSet: (node) => check(listOf(node['columns']).length > 0, 'an empty ColumnSet'),
  Column: (node) => check(listOf(node['items']).length > 0, 'an empty Column'),
  TextBlock: (node) => [
    ...check(node['wrap'] === true, `"${String(node['text'])}" does not wrap`),
    ...check(isText(node['text']), 'a TextBlock without text'),
  ],
  FactSet: (node) => [
    ...check(listOf(node['facts']).length > 0, 'an empty FactSet'),
    ...check(
      factsOf([node]).every((fact) => isText(fact['title']) && isText(fact['value'])),
      'a fact without text',
    ),
  ],
  Image: (node) => check(isText(node['altText']), 'an Image without altText'),
  'Input.Text': inputProblems,
  'Input.Number': inputProblems,
  'Input.Date': inputProblems,
  'Input.Time': inputProblems,
  // Its title stands beside it and is read out.
  'Input.Toggle': (node) => inputProblems({ ...node, label: node['title'] }),
  'Input.ChoiceSet': (node) => [
    ...inputProblems(node),
    ...repeated(listOf(node['choices']).map((choice) => choice['value'])).map((value) => `two choices are "${value}"`),
  ],
  mention: mentionProblems,
  'Action.Execute': executeProblems,
  'Action.Submit': titleProblems,
  'Action.ShowCard': (node) => [...titleProblems(node), ...check(isObject(node['card']), 'a ShowCard without a card')],
  'Action.ToggleVisibility': (node) => [
    ...titleProblems(node),
    ...check(listOfTexts(node['targetElements']).length > 0, 'a ToggleVisibility without a target'),
  ],
  'Action.OpenUrl': (node) => [
    ...titleProblems(node),
    ...check(String(node['url']).startsWith('https://'), 'an OpenUrl without an https address'),
  ],
};

const nodeProblems = (node: Json): string[] =>
  known[String(node['type'])]?.(node) ?? [`"${String(node['type'])}" is not in the part of schema 1.5 that we use`];

function inputProblems(node: Json): string[] {
  const id = String(node['id']);
  return [
    ...check(isText(node['id']), 'an input without an id'),
    ...check(isText(node['label']), `${id} has no label`),
    ...check(node['isRequired'] !== true || isText(node['errorMessage']), `${id} is required and has no errorMessage`),
  ];
}

/** A mention belongs to a text of the card, which has to hold its name between the tags. */
function mentionProblems(node: Json): string[] {
  return check(/^<at>.+<\/at>$/.test(String(node['text'])) && isObject(node['mentioned']), 'a mention of nobody');
}

function titleProblems(node: Json): string[] {
  return check(isText(node['title']), 'an action without a title');
}

/** The data that goes with each verb. */
const dataOf: Readonly<Record<string, readonly string[]>> = {
  'referral.accept': ['referralId'],
  'referral.decline': ['referralId'],
  'referral.refresh': ['referralId'],
  'referral.show': ['referralId'],
  'referral.won': ['referralId'],
  'referral.lost': ['referralId'],
  'referral.update': ['referralId'],
  'referral.note': ['referralId'],
  'referral.assign': ['referralId'],
  'referral.create': [],
  'referral.create.form': [],
  'referral.create.confirm': ['draftId'],
  'referral.create.resume': ['draftId'],
  'referral.snooze': ['referralId'],
  'watch.start': [],
  'watch.backlog': ['watchId'],
  'watch.news': ['news'],
  'watch.form': [],
  'watch.list': [],
  'watch.edit': ['watchId'],
  'watch.show': ['watchId'],
  'watch.test': ['watchId'],
  'watch.pause': ['watchId'],
  'watch.resume': ['watchId'],
  'watch.remove': ['watchId'],
  'quiet.set': [],
  'quiet.clear': [],
  'fold.show': ['referralId'],
  'fold.page': ['from'],
  'customer.choose': ['customerId', 'customerName', 'next'],
  'customer.forget': ['customer'],
  'reading.choose': ['text'],
  'list.page': ['list', 'page'],
  'list.export': ['list'],
  'invoice.pdf': ['invoiceId'],
  'customer.show': ['customerId'],
  'subscription.show': ['customerId', 'subscriptionId'],
  'order.show': ['customerId', 'orderId'],
  'invoiceLine.show': ['invoiceId', 'provider', 'type', 'line'],
  'invoice.show': ['invoiceId'],
};

function executeProblems(node: Json): string[] {
  const verb = String(node['verb']);
  const data = isObject(node['data']) ? node['data'] : {};
  const fallback = isObject(node['fallback']) ? node['fallback'] : {};
  const { title, data: sent } = fallback;
  const missing = ['verb', ...(dataOf[verb] ?? [])].filter((name) => data[name] === undefined || data[name] === '');
  return [
    ...titleProblems(node),
    ...check(dataOf[verb] !== undefined, `"${verb}" is not a verb`),
    ...missing.map((name) => `${verb} carries no ${name}`),
    ...check(data['verb'] === verb, `${verb} carries another verb`),
    ...check(fallback['type'] === 'Action.Submit', `${verb} has no fallback`),
    ...check(title === node['title'] && isDeepStrictEqual(sent, data), `the fallback of ${verb} says something else`),
  ];
}

/** Every element and action, those of ShowCards and fallbacks included. */
function* walk(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  if (!isObject(value)) return;
  if ('type' in value) yield value;
  for (const [name, member] of Object.entries(value)) if (name !== 'data') yield* walk(member);
}

function sizeProblems(message: CardMessage): string[] {
  const json = JSON.stringify(message);
  const bytes = Math.max(Buffer.byteLength(json, 'utf16le'), Buffer.byteLength(json, 'utf8'));
  return check(bytes < mostBytes, `${bytes} bytes`);
}

function leftovers(value: unknown, said: string): string[] {
  if (value === null || value === undefined) return ['a property without a value'];
  if (typeof value === 'object') return Object.values(value).flatMap((member) => leftovers(member, said));
  const left = typeof value === 'string' ? templateExpressions.filter((text) => value.includes(text)) : [];
  return left.filter((text) => !said.includes(text)).map((text) => `"${text}" was not filled in`);
}

const templates = join(__dirname, '../../adaptiveCards');
const templateExpressions = readdirSync(templates).flatMap(
  (name) => readFileSync(join(templates, name), 'utf8').match(/\$\{[^}]*\}/g) ?? [],
);

const factsOf = (nodes: readonly Json[]): Json[] =>
  nodes.filter((node) => node['type'] === 'FactSet').flatMap((node) => listOf(node['facts']));
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const listOfTexts = (value: unknown): unknown[] => (Array.isArray(value) ? value.filter(isText) : []);
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const repeated = (values: readonly unknown[]): string[] =>
  [...new Set(values.filter((value, at) => values.indexOf(value) !== at))].map(String);
