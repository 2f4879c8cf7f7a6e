const dayMs = 24 * 60 * 60 * 1000;

/** Invoices come on the eighth of the following month. */
const issuedOn = 8;

interface Period {
  start: string;
  end: string;
  issued: string;
  amended: string;
}

/**
 * The calendar month, UTC, that was invoiced `monthsAgo` invoices ago, 1 being the last one that is issued at `now` (ms), and
 * the moments of its invoice and of a credit note to it; all ISO 8601.
 */
export function periodOf(now: number, monthsAgo: number): Period {
  const today = new Date(now);
  const isIssued = today.getUTCDate() > issuedOn;
  const month = today.getUTCMonth() - monthsAgo + (isIssued ? 0 : -1);
  const first = (offset: number) => Date.UTC(today.getUTCFullYear(), month + offset, 1);
  const issued = first(1) + (issuedOn - 1) * dayMs + 5_000_000;
  return {
    start: day(first(0)),
    end: day(first(1) - dayMs),
    issued: moment(issued),
    amended: moment(issued + 9 * dayMs),
  };
}

const day = (ms: number): string => `${new Date(ms).toISOString().slice(0, 10)}T00:00:00Z`;

/** Seven fractional digits, as the service writes moments. */
const moment = (ms: number): string => new Date(ms).toISOString().replace(/Z$/, '8951Z');
