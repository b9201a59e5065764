import { generate } from './generated/generate.ts';

/** `npm run generate`: the files that are written from rules and tables. */
try {
  const { written, ruleCount } = generate();
  console.log(`${ruleCount} rules; ${written.length === 0 ? 'nothing changed' : `wrote ${written.join(', ')}`}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
