import { describe, expect, test } from 'vitest';
import { mailFormat, quotedPrintableFormat } from '../../../../src/core/input/wrapped/mail.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';
import { TWO_EVENTS, unplaced } from './support.ts';

const GERMAN = `Protokollname: System
Quelle:        Service Control Manager
Datum:         13.04.2024 09:05:58
Ereignis-ID:   7031
Ebene:         Fehler
Schlüsselwörter:Klassisch
Computer:      EX01.contoso.com
Beschreibung:
Der Dienst "WSUS-Dienst" wurde unerwartet beendet. Dies ist bereits 1 Mal vorgekommen. Folgende Korrekturmaßnahmen werden durchgeführt: a=b.
`;
const EVENTS = `${TWO_EVENTS}\n\n${GERMAN}`;
const plain = await readInput(EVENTS);

/** @param charset of one byte, or UTF-8 */
function printable(text: string, charset: 'utf-8' | 'latin1' = 'utf-8'): string {
  const lines = Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'latin1')
    .toString('latin1')
    .split('\n');
  return lines.map(printableLine).join('\n');
}
function printableLine(line: string): string {
  let [encoded, length] = ['', 0];
  for (const byte of Buffer.from(line, 'latin1')) {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const unit = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (length + unit.length > 75) [encoded, length] = [`${encoded}=\n`, 0];
    encoded += unit;
    length += unit.length;
  }
  return encoded;
}
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\n');

const part = (encoding: string, body: string, type = 'text/plain; charset="utf-8"'): string =>
  `Content-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n`;
const HEAD = 'From: a@example.org\nTo: b@example.org\nSubject: =?utf-8?Q?Ereignis?=\nMIME-Version: 1.0\n';
const html = `<p>${EVENTS.replaceAll('\n', '<br>\n')}</p>`;
const alternative = (first: string, second: string): string =>
  `${HEAD}Content-Type: multipart/alternative;\n boundary="b1"\n\n--b1\n${first}\n--b1\n${second}\n--b1--\n`;

describe('the charset of a mail', () => {
  const messageOf = async (charset: string, encoding: string, bytes: readonly number[]): Promise<string | null> => {
    const text = Buffer.from(bytes).toString('latin1');
    const body = Buffer.from(
      `Log Name: System\nSource: disk\nEvent ID: 7\nLevel: Error\nDescription:\n${text} x\n`,
      'latin1',
    );
    const encoded =
      encoding === 'base64'
        ? body.toString('base64').replace(/.{5}/g, '$&\n')
        : printableLine(body.toString('latin1')).replaceAll('=0A', '\n');
    const { events } = await readInput(`${HEAD}${part(encoding, encoded, `text/plain; charset=${charset}`)}`);
    return events[0]?.message ?? null;
  };
  test.each([
    ['windows-1252', [0x80, 0x93, 0xe4], '€“ä x'],
    ['ibm850', [0x84, 0x81], 'äü x'],
    ['cp437', [0x84, 0x81], 'äü x'],
    ['shift_jis', [0x83, 0x8b], 'ル x'],
    ['nobody-knows', [0xc3, 0xa4, 0x80], 'ä€ x'],
  ] as const)('%s', async (charset, bytes, message) => {
    expect(await messageOf(charset, 'quoted-printable', bytes)).toBe(message);
    expect(await messageOf(charset, 'base64', bytes)).toBe(message);
  });
});

describe('the texts of a mail', () => {
  test.each([
    ['quoted-printable', `${HEAD}${part('quoted-printable', printable(EVENTS))}`],
    [
      'of one byte',
      `${HEAD}${part('quoted-printable', printable(EVENTS, 'latin1'), 'text/plain; charset=iso-8859-1')}`,
    ],
    ['base64', `${HEAD}${part('base64', base64(EVENTS))}`],
    ['a part alone', part('quoted-printable', printable(EVENTS))],
    ['behind words', `See below.\n\n${part('base64', base64(EVENTS))}`],
    [
      'plain and HTML',
      alternative(part('quoted-printable', printable(EVENTS)), part('base64', base64(html), 'text/html')),
    ],
    ['neither encoded', alternative(part('7bit', EVENTS), part('7bit', html, 'text/html'))],
    [
      'HTML behind an empty part',
      alternative(part('7bit', ''), part('base64', base64(html), 'text/html; charset=utf-8')),
    ],
    [
      'an attachment',
      `${HEAD}Content-Type: multipart/mixed; boundary=x1\n\n--x1\n${part('7bit', 'See the log.')}--x1\n${part('base64', base64(EVENTS), 'application/octet-stream; name="log.txt"')}--x1\n${part('base64', base64(EVENTS), 'image/png; name="x.png"')}--x1--\n`,
    ],
  ])('%s', async (_name, text) => {
    const { format, events } = await readInput(text);
    expect(format).toBe('mail');
    expect(unplaced(events)).toEqual(unplaced(plain.events));
  });

  test('without the headers that say so', async () => {
    const text = printable(EVENTS);
    const { format, events } = await readInput(text);
    expect(format).toBe('quoted-printable');
    expect(unplaced(events)).toEqual(unplaced(plain.events));
    const lines = text.split('\n');
    const first = [0, lines.indexOf('Log Name:      Application'), lines.indexOf('Protokollname: System')];
    expect(events.map(({ position }) => position)).toEqual(first.map((index) => index + 1));
  });

  test.each([1, 7, 65_536])('%i characters at a time', (size) => {
    const text = alternative(part('quoted-printable', printable(EVENTS)), part('base64', base64(html), 'text/html'));
    for (const body of [text, `${HEAD}${part('base64', base64(EVENTS))}`]) {
      const whole = parseText(mailFormat.create, body);
      expect(whole.events).toHaveLength(3);
      expect(parseText(mailFormat.create, body, { size })).toEqual(whole);
    }
    const bare = printable(EVENTS);
    expect(parseText(quotedPrintableFormat.create, bare, { size })).toEqual(
      parseText(quotedPrintableFormat.create, bare),
    );
  });

  test('a line that is no base64 ends the encoded text', async () => {
    const { events } = await readInput(`${part('base64', base64(TWO_EVENTS))}\n${GERMAN}`);
    expect(events.map(({ eventId }) => eventId)).toEqual([7031, 454, 7031]);
  });
});

test.each([
  ['pairs with an equals sign', 'LogName=System\nEventCode=7\nSourceName=disk\nMessage=x =\ny\n'],
  ['words about mails', 'Set this header:\n\nContent-Transfer-Encoding: base64\n\nand go on.'],
])('%s are no mail', async (_name, text) => {
  expect((await readInput(text)).format).toBe('text');
});

test.each([
  ['a soft break at every line', `${'a=\n'.repeat(200_000)}`],
  ['headers without end', `Content-Transfer-Encoding: base64\n${'X-A: b\n'.repeat(100_000)}`],
  ['boundaries', `--b\nContent-Type: text/plain\n\n`.repeat(20_000)],
  ['base64', `Content-Transfer-Encoding: base64\n\n${`${'A'.repeat(76)}\n`.repeat(20_000)}`],
])('%s cost what they are long', (_name, text) => {
  for (const { create } of [mailFormat, quotedPrintableFormat])
    expect(parseText(create, text, { size: 4000 }).events).toEqual([]);
});
