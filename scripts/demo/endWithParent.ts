// Loaded into every child (`node --require`): when whoever started it is gone, even by SIGKILL, its input closes.
process.stdin.resume();
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.unref();
