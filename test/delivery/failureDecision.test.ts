import { failureDecision } from '../../src/delivery/failureDecision';
import { SendError, type SendErrorKind } from '../../src/delivery/sender';

const error = (kind: SendErrorKind, retryAfterMs?: number) => new SendError('no', { kind, retryAfterMs });

test.each([
  { failure: error('throttled', 57_000), attempts: 1, decision: { action: 'pause', pauseMs: 57_000 } },
  { failure: error('throttled'), attempts: 9, decision: { action: 'pause', pauseMs: 30_000 } },
  { failure: error('temporary'), attempts: 1, decision: { action: 'retry', delayMs: 550, pauseMs: 550 } },
  { failure: error('temporary'), attempts: 2, decision: { action: 'retry', delayMs: 1_650, pauseMs: 1_650 } },
  { failure: error('temporary'), attempts: 6, decision: { action: 'retry', delayMs: 660_000, pauseMs: 60_000 } },
  { failure: error('temporary'), attempts: 60, decision: { action: 'retry', delayMs: 660_000, pauseMs: 60_000 } },
  { failure: error('temporary', 9_000), attempts: 2, decision: { action: 'retry', delayMs: 9_000, pauseMs: 9_000 } },
  {
    failure: new TypeError('a fault of our own'),
    attempts: 1,
    decision: { action: 'retry', delayMs: 550, pauseMs: 550 },
  },
  { failure: error('conversationGone'), attempts: 1, decision: { action: 'removeConversation' } },
  { failure: error('activityGone'), attempts: 1, decision: { action: 'bury' } },
  { failure: error('refused'), attempts: 1, decision: { action: 'bury' } },
])('$failure.kind after $attempts tries: $decision.action', ({ failure, attempts, decision }) => {
  expect(failureDecision(failure, attempts, () => 0.5)).toEqual(decision);
});

test.each([
  { attempts: 5, inARow: 1, delayMs: 66_000, pauseMs: 550 },
  { attempts: 1, inARow: 5, delayMs: 550, pauseMs: 60_000 },
])(
  'a row waits by its own tries ($attempts), its conversation by the failures there in a row ($inARow)',
  ({ attempts, inARow, ...decision }) => {
    expect(failureDecision(error('temporary'), attempts, () => 0.5, inARow)).toEqual({ action: 'retry', ...decision });
  },
);
