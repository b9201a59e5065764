import { expect, test } from 'vitest';
import type { Finding, ReportEvidence } from '../../../../src/core/model/report.ts';
import { spelledKey } from '../../../../src/core/report/outline/spelled.ts';
import { evidence, finding } from '../../../support/sample-report.ts';

const shown = (key: Finding['key'], ...texts: readonly (string | null)[]): Finding['key'] =>
  spelledKey(finding({ key, evidence: texts.map((text): ReportEvidence => evidence({ text })) }));

test('names are written as the first event that holds them writes them', () => {
  const key = { host: 'ex1', service: 'steam client service' };
  expect(shown(key, null, '30000 | Steam Client Service', 'STEAM CLIENT SERVICE | %%1053')).toEqual({
    host: 'ex1',
    service: 'Steam Client Service',
  });
  expect(shown({ service: 'yazıcı uzantıları' }, 'Yazıcı Uzantıları')).toEqual({ service: 'Yazıcı Uzantıları' });
});

test('a part of a longer word is no spelling, and neither is what no event holds', () => {
  expect(shown({ program: 'mail' }, 'Mailbox | EMAIL')).toEqual({ program: 'mail' });
  expect(shown({ program: 'mail.exe', state: null }, 'the disk')).toEqual({ program: 'mail.exe', state: null });
});

test('the host, and values that are not of small letters, stay as they are', () => {
  expect(shown({ host: 'ex1', device: '\\Device\\d0', disk: '1' }, 'EX1 \\DEVICE\\D0 1')).toEqual({
    host: 'ex1',
    device: '\\Device\\d0',
    disk: '1',
  });
});
