// `node -r ./test/support/registerTypeScript.js file.ts` runs a program from its sources, as the build would make it,
// so that a test which needs a real process does not depend on an older build.
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { enableCompileCache, registerHooks } = require('node:module');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
const { version } = require('@swc/core/package.json');

// What was compiled once serves the next process too: some tests start dozens of them.
const cache = path.join(__dirname, '..', '..', 'node_modules', '.cache', 'partner-desk');
mkdirSync(cache, { recursive: true });
enableCompileCache(cache);

const options = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs', ignoreDynamic: true },
  jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
};

function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256')
    .update(JSON.stringify([version, options, filename, source]))
    .digest('hex');
  const kept = path.join(cache, `${key}.js`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  // Only loaded when it is needed.
  const { code } = require('@swc/core').transformSync(source, { ...options, filename });
  // Processes that compile the same at the same moment see it whole or not at all.
  writeFileSync(`${kept}.${process.pid}`, code);
  renameSync(`${kept}.${process.pid}`, kept);
  return code;
}

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      const parent = specifier.startsWith('.') && context.parentURL;
      const sources = parent ? ['.ts', '/index.ts'].map((end) => new URL(specifier + end, parent)) : [];
      const source = sources.find((candidate) => existsSync(candidate));
      if (!source) throw error;
      return { url: source.href, format: 'commonjs', shortCircuit: true };
    }
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'commonjs', source: compiled(filename), shortCircuit: true };
  },
});
process.setSourceMapsEnabled(true);
