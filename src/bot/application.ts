import { AI, Application, type TurnState } from '@microsoft/teams-ai';
import { MemoryStorage, type TurnContext } from 'botbuilder';
import { commands } from '../commands';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import type { Subjects } from '../commands/subjects';
import { activityOf, createTurn, type TurnParts } from './turn';
import type { DeskAdapter } from './adapter';
import type { Gate } from './gate';
import { answerDialogOpened, answerDialogSubmitted } from './dialog';
import { installed, removed } from './installation';
import type { Understand } from './model/understand';
import { CommandPlanner, unclearAction, understoodAction } from './planner';
import { answerFileConsent } from './fileConsent';
import type { Uploads } from './uploadFile';
import { answerInvoke, answerSubmit } from './pressed';
import { answerQuery } from './searched';
import { codePattern } from '../identity/oneTimeCodes';
import type { InHand } from '../lib/inHand';
import type { Voice } from './say';
import { answerSignInFailure, answerTokenExchange, answerTypedCode, answerVerifyState } from './signInInvokes';
import type { SignIns } from './signIns';
import { answerCommand, answerUnclear, answerUnderstood, showTyping } from './typed';

/** What the application is made of. */
export interface ApplicationParts extends TurnParts, Voice, Uploads {
  adapter: DeskAdapter;
  /** What goes on after its request was answered. */
  inHand: InHand;
  gate: Gate;
  desk: Desk;
  /** Null with sandbox identities, where nobody signs in. */
  signIns: SignIns | null;
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
  /** What people talked about last. */
  subjects: Subjects<Command>;
  /** Entra object ids of the people for whom a file is being made. */
  makingFor: Set<string>;
  /** Asks a language model what the grammar cannot read; absent where none is configured. */
  understand?: Understand | undefined;
}

/** The Teams AI application: which activity goes where. */
export function createApplication(given: Omit<ApplicationParts, 'makingFor'>): Application {
  const parts: ApplicationParts = { ...given, makingFor: new Set() };
  const { adapter, subjects, clock } = parts;
  const app = new Application<TurnState>({
    adapter,
    // What is worth keeping is in the database: overlapping turns lose turn state.
    storage: new MemoryStorage(),
    // The library's timer is shared between turns and stops the wrong one.
    startTypingTimer: false,
    ai: { planner: new CommandPlanner(commands, subjects, clock, understandAllowed(parts)), allow_looping: false },
  });
  for (const { name } of commands) {
    app.ai.action(name, async (context, _state, parameters) => {
      await answerCommand(activityOf(context), name, parameters, parts);
      return AI.StopCommandName;
    });
  }
  app.ai.action(unclearAction, async (context, _state, parameters) => {
    await answerUnclear(context, parameters, parts);
    return AI.StopCommandName;
  });
  app.ai.action(understoodAction, async (context, _state, parameters) => {
    await answerUnderstood(context, parameters, parts);
    return AI.StopCommandName;
  });
  if (parts.signIns) signInRoutes(app, { ...parts, signIns: parts.signIns });
  app.addRoute(isInvoke('adaptiveCard/action'), (context) => answerInvoke(context, parts), true);
  app.addRoute(isInvoke('composeExtension/query'), (context) => answerQuery(context, parts), true);
  app.addRoute(isInvoke('composeExtension/fetchTask'), (context) => answerDialogOpened(context, parts), true);
  app.addRoute(isInvoke('composeExtension/submitAction'), (context) => answerDialogSubmitted(context, parts), true);
  app.addRoute(isInvoke('fileConsent/invoke'), (context) => answerFileConsent(context, parts), true);
  app.addRoute(isSubmit, (context) => answerSubmit(activityOf(context), parts));
  app.addRoute(isInstallation('add'), (context) => installed(context, parts));
  app.addRoute(isInstallation('remove'), (context) => removed(context, parts));
  app.addRoute(botWas('membersAdded'), (context) => installed(context, parts));
  app.addRoute(botWas('membersRemoved'), (context) => removed(context, parts));
  return app;
}

function signInRoutes(app: Application, parts: ApplicationParts & { signIns: SignIns }): void {
  app.addRoute(isInvoke('signin/tokenExchange'), (context) => answerTokenExchange(context, parts), true);
  app.addRoute(isInvoke('signin/verifyState'), (context) => answerVerifyState(context, parts), true);
  app.addRoute(isInvoke('signin/failure'), (context) => answerSignInFailure(context, parts), true);
  app.addRoute(
    (context) => Promise.resolve(codeIn(context) !== undefined),
    (context) => answerTypedCode(context, codeIn(context) ?? '', parts),
  );
}

/** A code and the bot's mention, in characters. */
const longestCode = 400;

/** The code of a sign-in in a browser, where a message is nothing else. */
function codeIn({ activity: { type, text } }: TurnContext): string | undefined {
  if (type !== 'message' || text.length > longestCode) return undefined;
  const code = text.replace(/<at\b[^>]*>.*?<\/at>/g, '').trim();
  return codePattern.test(code) ? code : undefined;
}

/** No text of somebody who may not see the answer goes to a language model. */
function understandAllowed(parts: ApplicationParts): Understand | undefined {
  const { understand, gate } = parts;
  if (!understand) return undefined;
  return async (unclear) => {
    const activity = activityOf(unclear.context);
    const turn = await createTurn(activity, parts);
    if (!turn || !(await gate.allows(activity, turn, 'read'))) return undefined;
    if (turn.conversation.kind !== 'channel') showTyping(activity, parts);
    return understand(unclear);
  };
}

const isInvoke = (name: string) => (context: TurnContext) =>
  Promise.resolve(context.activity.type === 'invoke' && context.activity.name === name);

/** A client that does not know Action.Execute sends its fallback: a message without text, with the button's data. */
const isSubmit = ({ activity }: TurnContext) =>
  Promise.resolve(activity.type === 'message' && !activity.text && Boolean(activity.value));

const isInstallation = (action: 'add' | 'remove') => (context: TurnContext) => {
  const { type, action: what } = context.activity;
  return Promise.resolve(type === 'installationUpdate' && (what ?? '').startsWith(action));
};

const botWas = (event: 'membersAdded' | 'membersRemoved') => (context: TurnContext) => {
  const { type, recipient, [event]: members } = context.activity;
  const affected = (members ?? []).some(
    (member) => member.id === activityOf(context).recipient.id || member.id === recipient.id,
  );
  return Promise.resolve(type === 'conversationUpdate' && affected);
};
