#!/usr/bin/env node
/** The only place that touches the process. */
import bundle from './load.cjs';

try {
  const { main, createIo } = bundle.load();
  process.exitCode = await main(process.argv.slice(2), createIo(process));
} catch (error) {
  if (error?.code !== 'MODULE_NOT_FOUND' && error?.code !== 'ENOENT') throw error;
  process.stderr.write('evdx: It is not built yet. Run "npm run build" in its folder.\n');
  process.exitCode = 2;
}
