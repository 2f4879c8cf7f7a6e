import { randomInt, randomUUID } from 'node:crypto';

/** A new GUID, as Partner Center and Teams write them. */
export const newId = (): string => randomUUID();

const readable = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A reference id that a person can read out to the administrator, for example `PD-7K3F9QXM`; it is in the log too. */
export function newReferenceId(): string {
  let id = 'PD-';
  for (let i = 0; i < 8; i++) id += readable[randomInt(readable.length)];
  return id;
}
