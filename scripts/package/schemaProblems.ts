import { existsSync, readFileSync } from 'node:fs';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { explainSchemaError } from './explainSchemaError';
import { placeholderNames } from './placeholders';
import { valueAt } from './valueAt';

type Manifest = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
type Schema = Parameters<typeof AppManifestUtils.validateAgainstSchema>[1];

/**
 * What Microsoft's schema, in the copy that comes with `@microsoft/app-manifest`, finds wrong with a manifest: a
 * sentence each. Never asks the network.
 * @param manifest the manifest with its placeholders filled in
 * @param template the same manifest before that: what still waits for a value is not reported here
 */
export async function schemaProblems(manifest: object, template: object): Promise<string[]> {
  const schema = offlineSchema(manifest);
  if (!schema) {
    const version = JSON.stringify(valueAt(manifest, '/manifestVersion'));
    return [`manifestVersion is ${version}; @microsoft/app-manifest has no schema for that.`];
  }
  const errors = await AppManifestUtils.validateAgainstSchema(manifest as Manifest, schema);
  return errors.flatMap((error) => {
    const { pointer, sentence } = explainSchemaError(error, manifest);
    const value = valueAt(manifest, pointer);
    if (typeof value === 'string' && placeholderNames(value).length) return [];
    const written = valueAt(template, pointer);
    const names = typeof written === 'string' ? placeholderNames(written) : [];
    return [names.length ? `${sentence} It comes from ${names.join(' and ')}.` : sentence];
  });
}

function offlineSchema(manifest: object): Schema | undefined {
  const version = valueAt(manifest, '/manifestVersion');
  if (typeof version !== 'string' || !/^\d+\.\d+$/.test(version)) return undefined;
  const folder = require.resolve('@microsoft/app-manifest/package.json').replace(/package\.json$/, '');
  const file = `${folder}build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Schema) : undefined;
}
