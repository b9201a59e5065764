import { describe, expect, test } from 'vitest';
import { expandSource } from '../../../../src/core/input/archives/expand.ts';
import { SourceError } from '../../../../src/core/model/source-error.ts';
import { zipOf } from '../../../support/archives.ts';
import { brokenSource, joined, sourceOf, toBytes } from '../../../support/sources.ts';

const base64 = (bytes: Uint8Array): string =>
  (btoa(String.fromCharCode(...bytes)).match(/.{1,76}/g) ?? []).join('\r\n');
const part = (headers: string, body: string): string => `--b=_1\r\n${headers}\r\n\r\n${body}\r\n`;
const file = (name: string, bytes: Uint8Array, type = 'application/octet-stream'): string =>
  part(
    `Content-Type: ${type};\r\n\tname="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`,
    base64(bytes),
  );
const mail = (...parts: readonly string[]): string =>
  `Return-Path: <a@example.com>\r\nReceived: from x\r\n\tby y; Tue, 14 Mar 2023 01:02:03 +0100\r\nSubject: log\r\nMIME-Version: 1.0\r\n` +
  `Content-Type: multipart/mixed;\r\n boundary="b=_1"\r\n\r\n${part('Content-Type: text/plain', 'see the files')}${parts.join('')}--b=_1--\r\n`;

/** The header of a binary log, which says its own size at 32. */
const EVTX = joined(toBytes('ElfFile\0'), new Uint8Array(24), Uint8Array.of(128), new Uint8Array(95));
const ZIP = zipOf({ 'a.txt': 'first' });

async function names(text: string | Uint8Array, size: number): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const expanded of expandSource(sourceOf('m.eml', toBytes(text), size))) {
    if ('note' in expanded) continue;
    let length = 0;
    for await (const chunk of expanded.source.chunks()) length += chunk.length;
    found.push(`${expanded.source.name} ${length}`);
  }
  return found;
}

describe.each([1, 1000, 1 << 20])('a mail, %i bytes at a time', (size) => {
  test('is itself, and the logs that are attached to it', async () => {
    const text = mail(
      file('System.evtx', EVTX),
      file('logs.zip', ZIP),
      file('logo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image/png'),
      file('key.p7s', Uint8Array.of(0x30, 0x80, 0x06, 0x09), 'application/pkcs7-signature'),
      file('events.csv', toBytes('a,b\n1,2\n'), 'text/csv'),
      file('System.evtx', EVTX),
    );
    expect(await names(text, size)).toEqual([
      `m.eml ${text.length}`,
      `m.eml!/System.evtx ${EVTX.length}`,
      'm.eml!/logs.zip!/a.txt 5',
      `m.eml!/3 System.evtx ${EVTX.length}`,
    ]);
  });
  test('in a mail', async () => {
    const inner = part('Content-Type: message/rfc822', mail(file('logs.zip', ZIP)).replaceAll('b=_1', 'b2'));
    const text = mail(inner);
    expect(await names(text, size)).toEqual([`m.eml ${text.length}`, 'm.eml!/logs.zip!/a.txt 5']);
  });
  test('without files is only itself', async () => {
    const text = mail();
    expect(await names(text, size)).toEqual([`m.eml ${text.length}`]);
  });
});

test('text that only begins like a mail is left as it is', async () => {
  const text = `Date: today\nContent-Type: multipart/alternative\n\n${file('logs.zip', ZIP)}`;
  expect(await names(text, 1000)).toEqual([`m.eml ${text.length}`]);
});

test('a mail that cannot be read to its end says so where it is read', async () => {
  const source = brokenSource(
    'm.eml',
    new SourceError('input/unreadable', null),
    mail(file('logs.zip', ZIP)).slice(0, -20),
  );
  const codes: string[] = [];
  for await (const expanded of expandSource(source)) {
    if ('note' in expanded) continue;
    try {
      for await (const chunk of expanded.source.chunks()) codes.push(chunk.length > 0 ? 'bytes' : '');
    } catch (error) {
      codes.push(error instanceof SourceError ? error.code : 'other');
    }
  }
  expect(codes[0]).toBe('bytes');
  expect(codes).toContain('input/unreadable');
});
