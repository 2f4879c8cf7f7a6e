import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { iconProblems, type IconKind } from './iconProblems';
import { PackageError } from './packageError';
import { fillIn, type Variables } from './placeholders';
import { schemaProblems } from './schemaProblems';
import { valueAt } from './valueAt';
import { variableProblems } from './variableProblems';

// The earliest time that a zip file can name, so that the same content gives the same bytes.
const entryTime = new Date(1980, 0, 1);

/**
 * Builds the zip that Teams takes: the manifest with its placeholders filled in, and the two icons.
 * @param folder where `manifest.json` and the icons are
 * @returns the bytes of the zip, the same for the same content
 * @throws PackageError naming every problem at once
 */
export async function buildAppPackage(folder: string, variables: Variables): Promise<Uint8Array> {
  const source = readText(folder);
  const template = parseManifest(source);
  const filledIn = fillIn(source, variables);
  const manifest = parseManifest(filledIn);
  const icons = (['color', 'outline'] as const).map((kind) => readIcon(folder, kind, manifest));
  const problems = [
    ...variableProblems(source, variables),
    ...(await schemaProblems(manifest, template)),
    ...icons.flatMap((icon) => icon.problems),
  ];
  if (problems.length) throw new PackageError(problems);
  const entries = Object.fromEntries(icons.map((icon) => [icon.name, new Uint8Array(icon.bytes)]));
  return zipSync({ 'manifest.json': new TextEncoder().encode(filledIn), ...entries }, { level: 9, mtime: entryTime });
}

function readText(folder: string): string {
  try {
    return readFileSync(join(folder, 'manifest.json'), 'utf8');
  } catch {
    throw new PackageError([`${join(folder, 'manifest.json')} cannot be read.`]);
  }
}

function parseManifest(text: string): object {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest === 'object' && manifest !== null) return manifest;
  } catch (error) {
    throw new PackageError([`manifest.json is not JSON: ${error instanceof Error ? error.message : String(error)}.`]);
  }
  throw new PackageError(['manifest.json does not hold an object.']);
}

function readIcon(folder: string, kind: IconKind, manifest: object) {
  const name = valueAt(manifest, `/icons/${kind}`);
  // A manifest without the icon's name is the schema's complaint.
  if (typeof name !== 'string') return { name: '', bytes: Buffer.alloc(0), problems: [] };
  try {
    const bytes = readFileSync(join(folder, name));
    return { name, bytes, problems: iconProblems(kind, name, bytes) };
  } catch {
    return { name, bytes: Buffer.alloc(0), problems: [`${name} (the ${kind} icon) cannot be read.`] };
  }
}
