import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..');

/** Values that fit every placeholder of the manifest. */
export const variables = {
  TEAMS_APP_ID: '3c1b5ab2-0e9f-4d27-9d0e-6f5a4f0c7b11',
  BOT_ID: '8d7c6b5a-4f3e-4d2c-8b1a-0f9e8d7c6b5a',
  AAD_APP_CLIENT_ID: 'b1a2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d',
  BOT_DOMAIN: 'desk.contoso.example',
};

/** The manifest of the repository, as it is before its placeholders are filled in. */
export interface Manifest {
  version: string;
  icons: { color: string; outline: string };
  name: { short: string };
  bots: { botId: string; commandLists: { commands: { title: string; description: string }[] }[] }[];
  composeExtensions: { commands: { type: string; [field: string]: unknown }[] }[];
  [field: string]: unknown;
}

export const readManifest = (folder = join(root, 'appPackage')): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** A working directory of its own with a copy of `appPackage/`, gone after the test. */
export class TemporaryCopy {
  readonly directory = mkdtempSync(join(tmpdir(), 'partner-desk-package-'));
  readonly folder = join(this.directory, 'appPackage');

  constructor() {
    for (const name of ['manifest.json', 'color.png', 'outline.png']) {
      cpSync(join(root, 'appPackage', name), join(this.folder, name));
    }
  }

  changeManifest(change: (manifest: Manifest) => void): void {
    const manifest = readManifest(this.folder);
    change(manifest);
    writeFileSync(join(this.folder, 'manifest.json'), JSON.stringify(manifest));
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
