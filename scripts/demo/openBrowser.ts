import { spawn } from 'node:child_process';

/** Opens the address in the person's browser; does nothing where there is none to be expected (CI, no display). */
export function openBrowser(url: string): void {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const desktop = process.platform === 'win32' || process.platform === 'darwin' || DISPLAY || WAYLAND_DISPLAY;
  if (CI || !desktop) return;
  const [command, ...args] = { win32: ['cmd', '/c', 'start', ''], darwin: ['open'] }[process.platform as string] ?? [
    'xdg-open',
  ];
  const opener = spawn(command ?? '', [...args, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => {
    // The address is on the screen; a machine without an opener is no fault.
  });
  opener.unref();
}
