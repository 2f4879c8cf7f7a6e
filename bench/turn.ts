import type { Benchmark } from './benchmark';
import { message, type Place } from './support/activities';
import { postActivity } from './support/postActivity';
import { startDesk } from './support/startDesk';
import { startProcess } from './support/startProcess';
import { timed } from './support/timed';

/** A turn: `help` in personal chats, over so many connections at the same time, each a chat of its own. */
export const turn = (connections: number): Benchmark => ({
  name: `help in a personal chat, ${connections} at a time`,
  floor: 'restify and the SDK answer with a fixed text',
  operations: 240,
  rounds: 7,
  async prepare() {
    const desk = await startDesk();
    const plainBot = await startProcess('plainBotProcess');
    const { connector } = desk;
    const { serviceUrl } = connector;
    const chats = Array.from({ length: connections }, (_, chat): Place => {
      return { serviceUrl, conversationType: 'personal', conversationId: `a:1qLm9zTn3${chat}` };
    });
    const ask = async (url: string, operation: number) => {
      const chat = chats[operation % connections];
      if (chat) await postActivity(url, message(chat, 'help'));
    };
    const load = async (url: string, operations: number, expected: string) => {
      const took = await timed(operations, (operation) => ask(url, operation), connections);
      const said = connector.lastMessage();
      if (!said.includes(expected)) throw new Error(`The bot said: ${said}`);
      return took;
    };
    return {
      ours: (operations) => load(desk.url, operations, 'AdaptiveCard'),
      floor: (operations) => load(`${plainBot.origin}/api/messages`, operations, 'Hello'),
      async close() {
        await plainBot.stop();
        await desk.close();
      },
    };
  },
});
