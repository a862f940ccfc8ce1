#!/usr/bin/env node
// Node 20 does not read TypeScript: tsx does that, then the command line starts.

/** Not even the program could be read: a disk that fails, too few file handles, half an installation. */
function unread(error) {
  process.stderr.write(`samla: the program could not be loaded: ${String(error.message).split('\n', 1)[0]}\n`);
}

// What reads the TypeScript runs in a thread of its own, and its failing (a compiler that the system won't start) reaches no `catch`.
process.on('uncaughtException', (error) => {
  if (error.code && String(error.syscall).startsWith('spawn')) unread(error);
  else process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
});

try {
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import('./index.ts');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  unread(error);
  process.exitCode = 1;
}
