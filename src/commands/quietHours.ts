import { z } from 'zod/v4';
import { quietHoursCard } from '../cards/quietHoursCard';
import { command } from './command';
import { sayings } from './sayings';

/** `quiet hours`: when no new cards and reminders come to this conversation. */
export const quietHoursCommand = command({
  name: 'quiet hours',
  title: 'quiet hours',
  description: 'Shows and sets the hours in which nothing new is posted here.',
  example: 'quiet hours',
  ...sayings.quietHours,
  changesState: false,
  needs: [],
  parameters: z.object({}),
  async run({ conversation }, _parameters, { store }) {
    const hours = await store.quietHours.find(conversation.id);
    return quietHoursCard({ hours, timeZone: conversation.timeZone });
  },
});
