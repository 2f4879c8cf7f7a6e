import { z } from 'zod/v4';

/** The first field of a page of fields; absent for the card itself. */
export const fieldsFrom = z.coerce.number().int().min(0).optional();
