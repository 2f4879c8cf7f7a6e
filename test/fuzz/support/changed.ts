import * as fc from 'fast-check';
import { anyJson, type Json } from './anyJson';

/** One change of a JSON text's value: which of its nodes, and what takes its place; undefined takes it away. */
export interface Change {
  node: number;
  to: Json | undefined;
}

/** A few changes, wherever. */
export const someChanges: fc.Arbitrary<Change[]> = fc.array(
  fc.record({ node: fc.nat({ max: 10_000 }), to: fc.oneof({ weight: 4, arbitrary: anyJson }, fc.constant(undefined)) }),
  { maxLength: 3 },
);

type Parent = { [key: string]: Json };

/** A copy with those changes, each made to what the one before left. */
export function changed(value: unknown, changes: readonly Change[]): unknown {
  const root: Parent = { all: structuredClone(value) as Json };
  for (const { node, to } of changes) {
    const nodes = nodesOf(root);
    const [parent, key] = nodes[node % nodes.length] ?? [root, 'all'];
    if (to === undefined && !Array.isArray(parent)) delete parent[key];
    else
      Object.defineProperty(parent, key, { value: to ?? null, writable: true, enumerable: true, configurable: true });
  }
  return root.all;
}

/** Every place where something stands, as the object or list that it stands in and its name there. */
function nodesOf(parent: Parent): [Parent, string][] {
  return Object.keys(parent).flatMap((key) => {
    const child = Object.getOwnPropertyDescriptor(parent, key)?.value as Json;
    const below = typeof child === 'object' && child !== null ? nodesOf(child as Parent) : [];
    return [[parent, key] as [Parent, string], ...below];
  });
}
