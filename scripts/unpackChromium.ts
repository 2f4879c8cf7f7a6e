import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Where the browser of `@sparticuz/chromium` was unpacked to, and what it has to be started with. */
export interface UnpackedChromium {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * Unpacks the browser with the system libraries (NSS, NSPR, Expat) and the font that come with it, once per version and
 * user, below the system's temporary folder. Several processes may ask at the same time: each sees a complete folder or none.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const packageFolder = resolve(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const { uid } = userInfo();
  const folder = join(tmpdir(), `partner-desk-chromium-${version}-${uid}`);
  if (!existsSync(folder)) await unpackInto(folder);
  if ((await stat(folder)).uid !== uid) throw new Error(`${folder} belongs to somebody else; remove it and try again.`);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

async function unpackInto(folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  try {
    // The package unpacks to the temporary folder, and its libraries only where it believes to be on AWS Lambda.
    await promisify(execFile)(
      process.execPath,
      ['-e', 'require(process.argv[1]).executablePath()', require.resolve('@sparticuz/chromium')],
      { env: { TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' } },
    );
    await writeFile(join(staging, 'fonts.conf'), fontsConf(join(folder, 'fonts')));
    await rename(staging, folder);
  } catch (error) {
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The machine's fonts, if it has any, and the one that comes with the browser. */
const fontsConf = (fonts: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
