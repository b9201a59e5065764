import { expect, test } from 'vitest';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf } from '../../support/sources.ts';
import { EVENTS } from '../../support/writers/events.ts';
import { writtenFormats } from '../../support/writers/index.ts';

const disk = EVENTS.filter(({ provider }) => provider === 'disk');
const xml = writtenFormats['event-xml']?.write(disk) ?? '';

/** Without a host an event may be of any; without inserts nothing names the device. */
const joinable = Object.keys(writtenFormats).filter((name) => writtenFormats[name]?.loses.includes('host') === false);

test.each(joinable)('the same event as XML and as %s is one event with two places', async (name) => {
  const other = writtenFormats[name]?.write(disk) ?? '';
  const inputs = [sourceOf('a.xml', xml), sourceOf(`b.${name}`, other)];
  const { findings, sources } = await diagnose(inputs, {
    only: ['storage/bad-blocks-on-disk'],
    tz: [{ zone: 'UTC', file: null }],
  });
  expect(sources.map(({ events }) => events)).toEqual([1, 1]);
  expect(findings.map(({ count, evidence }) => [count, evidence.map(({ places }) => 1 + places.length)])).toEqual([
    [1, [2]],
  ]);
});
