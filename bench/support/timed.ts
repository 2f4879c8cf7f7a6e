/** Does something so often, one after the other or over so many connections at a time; how long that took, in ms. */
export async function timed(
  operations: number,
  once: (operation: number) => Promise<unknown> | void,
  connections = 1,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  const connection = async (): Promise<void> => {
    while (next < operations) await once(next++);
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return performance.now() - started;
}
