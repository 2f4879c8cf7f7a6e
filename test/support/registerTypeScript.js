// `node -r ./test/support/registerTypeScript.js file.ts` runs a program from its sources, as the build would make it,
// so that a test which needs a real process does not depend on an older build.
const { registerHooks } = require('node:module');
const { existsSync, readFileSync } = require('node:fs');
const { fileURLToPath } = require('node:url');
const { transformSync } = require('@swc/core');

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
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      swcrc: false,
      sourceMaps: 'inline',
      module: { type: 'commonjs', ignoreDynamic: true },
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    });
    return { format: 'commonjs', source: code, shortCircuit: true };
  },
});
process.setSourceMapsEnabled(true);
