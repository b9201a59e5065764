import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each takes a minute. Without the times of an earlier run vitest goes by the size of files, which would start one of them last. */
const LONG = ['/test/rules.test.ts', '/test/rules-in-every-format.test.ts'];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((path) => moduleId.endsWith(path));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Measures time: beside another file on the second core it would measure that as well. */
const ALONE = 'test/browser/opening-time.test.ts';

const forEach = {
  setupFiles: ['test/property-seed.ts'],
  testTimeout: 60_000,
  // Loading the modules anew for each of hundreds of files costs a fifth of the time; none of them keeps more than tables and caches.
  isolate: false,
  // They make much that is soon forgotten: room for it saves an eighth of the time.
  execArgv: ['--max-semi-space-size=64'],
};

export default defineConfig({
  test: {
    // Those that a project inherits are set up once more for it.
    globalSetup: ['test/global-setup.ts'],
    projects: [
      {
        test: {
          ...forEach,
          name: 'side by side',
          include: ['test/**/*.test.ts'],
          exclude: [ALONE],
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...forEach, name: 'alone', include: [ALONE], sequence: { groupOrder: 1 } } },
    ],
    // vitest leaves a core to others, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongFirst },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
});
