export type JsonObject = Record<string, unknown>;

/** True for a JSON object: not null, not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `changes` laid over `base`: objects merge, everything else replaces, `undefined` removes the property. */
export function mergeDeep(base: JsonObject, changes: JsonObject): JsonObject {
  const merged = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const old = merged[key];
    if (value === undefined) delete merged[key];
    else merged[key] = isJsonObject(value) && isJsonObject(old) ? mergeDeep(old, value) : structuredClone(value);
  }
  return merged;
}
