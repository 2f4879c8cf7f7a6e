import type { ExpressionBuilder } from 'kysely';
import type { Tables } from './schema';
import type { Database } from './serialised';

type Lanes = Tables & { lanes: { conversationId: string | null } };

/**
 * Begins a query with `lanes`: every conversation that something is owed to, found by one step through an index for each,
 * however much is owed. Its last row is null.
 */
export const withLanes = (db: Database) =>
  db.withRecursive('lanes', (qb) =>
    qb
      .selectFrom('outbox')
      .select((eb) => eb.fn.min<string | null>('conversationId').as('conversationId'))
      .where('state', '=', 'owed')
      .unionAll(
        qb
          .selectFrom('lanes')
          .select((eb) =>
            eb
              .selectFrom('outbox')
              .select((inner) => inner.fn.min<string | null>('outbox.conversationId').as('next'))
              .where('outbox.state', '=', 'owed')
              .whereRef('outbox.conversationId', '>', 'lanes.conversationId')
              .as('conversationId'),
          )
          .where('lanes.conversationId', 'is not', null),
      ),
  );

/** When the first row of a lane falls due, as part of a query on `lanes`. */
export const firstDueAt = (eb: ExpressionBuilder<Lanes, 'lanes'>) =>
  eb
    .selectFrom('outbox')
    .where('outbox.state', '=', 'owed')
    .whereRef('outbox.conversationId', '=', 'lanes.conversationId')
    .select((row) => row.fn.min('outbox.dueAt').as('at'));
