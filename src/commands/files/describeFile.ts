import { fieldLabel } from '../../cards/fieldLabel';
import { cutText } from '../../cards/text/cutText';
import { oneLine } from '../../cards/text/plainText';
import { fileWords as words } from '../../locales/fileWords';
import type { FileWanted } from './fileWanted';

/** What a person is told of a file before it is made. */
export interface FileDescription {
  /** With its ending; nothing that OneDrive refuses. */
  name: string;
  description: string;
  /** A guess: the file is made when the offer is accepted. */
  sizeInBytes: number;
}

/** What a file is guessed to take, in bytes. */
const usualRowBytes = 600;
const usualFileBytes = 200_000;

/** What is not a filter, or is said otherwise. */
const notLimits = new Set(['list', 'customerId', 'customerName', 'domain', 'invoiceId', 'provider', 'type']);

/**
 * Describes a file that is wanted.
 * @param now ms, UTC
 * @param rows about how many there are, where that is known
 */
export function describeFile(wanted: FileWanted, now: number, rows: number | undefined): FileDescription {
  const isPdf = wanted.list === 'invoicePdf';
  const about = aboutOf(wanted);
  const title = [words.titles[wanted.list], about].filter(Boolean).join(' ');
  const what = cutText(oneLine([title, ...limitsOf(wanted)].join(' · ')), 300);
  const day = isPdf ? '' : new Date(now).toISOString().slice(0, 10);
  const parts = [words.names[wanted.list], inName(about), day].filter(Boolean);
  return {
    name: `${parts.join('-')}.${isPdf ? 'pdf' : 'csv'}`,
    description: isPdf ? words.pdfFile(what) : words.csv(what),
    sizeInBytes: isPdf || rows === undefined ? usualFileBytes : (rows + 1) * usualRowBytes,
  };
}

function aboutOf(wanted: FileWanted): string {
  if ('invoiceId' in wanted) return wanted.invoiceId;
  return 'customerName' in wanted ? oneLine(wanted.customerName) : '';
}

const limitsOf = (wanted: FileWanted): string[] =>
  Object.entries(wanted)
    .filter(([name, value]) => !notLimits.has(name) && value !== undefined && value !== null)
    .map(([name, value]) => `${fieldLabel(name)}: ${value}`);

/** Letters and digits of any script; OneDrive refuses several other characters. https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa */
const inName = (text: string): string =>
  cutText(text, 60)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
