import { PartnerCenterError } from './partnerCenterError';

/**
 * An id as one segment of a path. Throws a PartnerCenterError of kind `notFound` for what would be another path:
 * an empty id, or dots, which stay dots when they are encoded.
 */
export function pathSegment(id: string, call: string): string {
  if (['', '.', '..'].includes(id)) {
    throw new PartnerCenterError(`Not an id for ${call}`, { kind: 'notFound', call });
  }
  return encodeURIComponent(id.toWellFormed());
}
