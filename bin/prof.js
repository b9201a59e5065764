#!/usr/bin/env node
/** The only place that touches the process. */
const load = () => Promise.all([import('../dist/prof/main.js'), import('../dist/bundle/io.js')]);

try {
  const [{ main }, { createIo }] = await load();
  process.exitCode = await main(process.argv.slice(2), createIo(process));
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('evdx: It is not built yet. Run "npm run build" in its folder.\n');
  process.exitCode = 2;
}
