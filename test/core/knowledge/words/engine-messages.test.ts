import { expect, test } from 'vitest';
import { engineBeginnings } from '../../../../src/core/knowledge/words/engine-messages.ts';
import { tellingMessage } from '../../../../src/core/knowledge/words/telling-messages.ts';

test('each message of the database engine, filled in, tells its own event', () => {
  const told = engineBeginnings().map(({ text }) =>
    tellingMessage(`svchost (12) ${text.replaceAll('…', 'x 1')} and so on`),
  );
  expect(told.map((event) => [event?.source, event?.eventId])).toEqual(
    engineBeginnings().map(({ eventId }) => ['ESENT', eventId]),
  );
  expect(engineBeginnings().length).toBe(404);
});

test.each([
  ['Information Store (5992) Shadow copy instance 3 encountered error -2403 on freeze.', 2002, 'error'],
  ['Information Store (5992) Shadow copy instance 3 freeze started.', 2001, null],
  ['svchost (12) DS_Token_DB: The database engine started a new instance (0). Times: 3', 105, null],
  ['svchost (12) The database engine started a new instance (0). Internal Timing Sequence: [1] 0.016', 105, null],
])('the name of the instance is no part of it: %s', (text, eventId, level) => {
  expect(tellingMessage(text)).toMatchObject({ eventId, level });
});

const RECOVERY = 'Database recovery/restore failed with unexpected error -1216.';
test.each([
  ['svchost (5096,R,98) TILEREPOSITORYS-1-5-18: ', 'ESENT', 'Application'],
  ['Information Store (3432) First Storage Group: ', 'ESE', 'Application'],
  ['Information Store - MDB01 (4100) ', 'ESE', 'Application'],
  ['edgetransport (12) Transport Mail Database: ', 'ESE', 'Application'],
  ['NTDS (560) NTDSA: ', 'NTDS ISAM', 'Directory Service'],
])('the program tells whose it is: %s', (front, source, log) => {
  expect(tellingMessage(`${front}${RECOVERY}`)).toEqual({ source, log, eventId: 454, level: 'error' });
});

test('of two about slow requests the end of the sentence tells which it is', () => {
  const slow =
    'lsass (600) NTDSA: A request to read from the file "C:\\ntds.dit" at offset 1 (0x1) for 8192 (0x2000) bytes succeeded, but took';
  const behind = (rest: string) => () => `an abnormally long time (62 seconds) to be serviced by the OS. ${rest}`;
  expect(tellingMessage(slow, behind('This problem is likely due to faulty hardware.'))?.eventId).toBe(507);
  expect(tellingMessage(slow, behind('In addition, 3 other I/O requests to this file'))?.eventId).toBe(509);
  expect(tellingMessage(slow)).toBeNull();
});

test.each([
  RECOVERY,
  `My two servers say: ${RECOVERY}`,
  'svchost (12) The database engine is starting.',
  'MSExchangeIS (1628) Unable to write a shadowed header for file D:\\exchsrvr\\MDBDATA\\edb.chk.',
])('none of them: %s', (text) => {
  expect(tellingMessage(text)).toBeNull();
});
