import { expect, test } from 'vitest';
import { serviceName } from '../../../../src/core/knowledge/words/service-name.ts';

/** UTF-16, as Windows writes it. */
const bytes = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
const named = (eventId: number | null, data: Uint8Array | null, provider: string | null = 'Service Control Manager') =>
  serviceName({ provider, providerAlias: null, eventId, data });

test('the data of the service controller hold the name of the service without its language', () => {
  expect(named(7023, bytes('iphlpsvc\0'))).toEqual({ insert: 0, name: 'iphlpsvc' });
  expect(named(7009, bytes('Steam Client Service\0'))).toEqual({ insert: 1, name: 'Steam Client Service' });
  expect(named(7031, bytes('OneSyncSvc_42016'))).toEqual({ insert: 0, name: 'OneSyncSvc_42016' });
});
test('7036 adds the state', () => {
  expect(named(7036, bytes('Dhcp/1\0'))).toEqual({ insert: 0, name: 'Dhcp' });
});
test('nothing else is a name', () => {
  expect(named(7023, null)).toBeNull();
  expect(named(7023, bytes(''))).toBeNull();
  expect(named(7023, Uint8Array.from([0x53, 0x70, 0x6f]))).toBeNull();
  expect(named(7023, Uint8Array.from([0, 0, 3, 0, 0x2c, 0]))).toBeNull();
  expect(named(7023, bytes('x'.repeat(4096)))).toBeNull();
  expect(named(7040, bytes('Dhcp'))).toBeNull();
  expect(named(7023, bytes('Dhcp'), 'Tcpip')).toBeNull();
  expect(named(7023, bytes('Dhcp'), null)).toBeNull();
  expect(named(null, bytes('Dhcp'))).toBeNull();
});
