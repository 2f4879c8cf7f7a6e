import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The ids of the processes that a process has started, its own children only. */
export function childProcessesOf(parent: number): number[] {
  return allProcesses().flatMap(([pid, ppid]) => (ppid === parent ? [pid] : []));
}

/** Whether there is (still) a process with that id. */
export function isRunning(pid: number): boolean {
  return allProcesses().some(([id]) => id === pid);
}

/** Every process as [id, id of its parent], without those that have ended and were not yet collected. */
function allProcesses(): [number, number][] {
  if (process.platform !== 'linux') {
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    return table.split('\n').map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      // The fields after the command's name, which is in parentheses: state, parent.
      const [state, ppid] = stat(pid).split(') ').at(-1)?.split(' ') ?? [];
      return state && state !== 'Z' ? [[Number(pid), Number(ppid)] as [number, number]] : [];
    });
}

function stat(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return ''; // It ended while we were looking.
  }
}
