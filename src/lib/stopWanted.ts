/** How often the parent is looked at, in ms. */
const parentCheckMs = 200;

/**
 * Resolves with the reason when this process is to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that runs
 * it. npm passes a signal on to the shell between itself and us, which dies of it without passing it on.
 */
export function stopWanted(underNpm: boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
    if (!underNpm) return;
    const shell = process.ppid;
    setInterval(() => process.ppid === shell || resolve('the end of npm'), parentCheckMs).unref();
  });
}
