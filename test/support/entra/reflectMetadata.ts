// The certificate library finds its algorithms through decorator metadata, which the language does not have yet: this is the
// part of https://rbuckton.github.io/reflect-metadata/ that it calls.
const kept = new WeakMap<object, Map<unknown, unknown>>();

Object.assign(Reflect, {
  defineMetadata(key: unknown, value: unknown, target: object) {
    kept.set(target, (kept.get(target) ?? new Map<unknown, unknown>()).set(key, value));
  },
  getOwnMetadata: (key: unknown, target: object) => kept.get(target)?.get(key),
  getMetadata: (key: unknown, target: object) => kept.get(target)?.get(key),
});
