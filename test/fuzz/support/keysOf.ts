import { z } from 'zod/v4';

/** The names that a schema knows, however it is put together. */
export function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodIntersection) return [...keysOf(schema.def.left), ...keysOf(schema.def.right)];
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap(keysOf))];
  return [];
}
