import type { Desk } from '../desk';
import { neededTokens, type Needs } from '../neededTokens';
import type { Turn } from '../turn';
import { writeCsv, type MadeFile } from './csvTable';
import type { FileWanted } from './fileWanted';
import { tableOf } from './tableOf';

/** How long each call may take with its retries, in ms: nobody waits for the answer to a message. */
const callTimeoutMs = 60_000;

/**
 * Makes a file, complete, with the person's own token. Rejects with a PartnerCenterError or a FileTooLargeError; what was read
 * until then is given to nobody.
 * @param onRows told how many rows of a table there are so far
 */
export async function makeFile(
  { tokens: all, timeZone }: Turn,
  desk: Desk,
  wanted: FileWanted,
  { signal, onRows }: { signal: AbortSignal; onRows: (rows: number) => void },
): Promise<MadeFile> {
  const options = { signal, timeoutMs: callTimeoutMs };
  const tokens = await neededTokens(all, tokensFor(wanted));
  if (wanted.list !== 'invoicePdf') return writeCsv(tableOf({ tokens, timeZone }, desk, wanted, options), onRows);
  const pdf = await desk.partnerCenter.getInvoiceStatement(tokens, wanted.invoiceId, options);
  return { parts: [pdf], size: pdf.length, rows: undefined };
}

function tokensFor({ list }: FileWanted): Needs {
  if (list === 'audit') return [];
  return list === 'referrals' ? ['referrals'] : ['partner-center'];
}
