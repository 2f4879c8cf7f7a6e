import type { MadeFile } from '../commands/files/csvTable';

/** One request's bytes: a multiple of 320 KiB, as an upload session wants them. https://learn.microsoft.com/en-us/graph/api/driveitem-createuploadsession */
const mostBytes = 16 * 320 * 1024;

/** The bytes of a file from one on, as many as one request takes. */
export function partsOfUpload({ parts }: MadeFile, from: number): Uint8Array {
  const taken: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const begin = Math.max(0, from - at);
    const end = Math.min(part.length, from + mostBytes - at);
    if (begin < end) taken.push(part.subarray(begin, end));
    at += part.length;
  }
  return Buffer.concat(taken);
}
