import { describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import type { RawEvent } from '../../../../src/core/model/event.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

await prepareMixture('<Event>');

const read = async (text: string): Promise<readonly RawEvent[]> => (await readInput(text)).events;

const SPOOLER = 'The Print Spooler service terminated unexpectedly.  It has done this 1 time(s).';
const FORMATS: Readonly<Record<string, string>> = {
  'Get-WinEvent | fl': `TimeCreated  : 16.05.2024 07:14:01
ProviderName : Service Control Manager
Id           : 7034
Message      : ${SPOOLER}

TimeCreated  : 16.05.2024 07:15:01
ProviderName : ESENT
Id           : 454
Message      : svchost (1120) Database recovery/restore failed with unexpected error -1032.`,
  'Get-WinEvent': `   ProviderName: Service Control Manager

TimeCreated                     Id LevelDisplayName Message
-----------                     -- ---------------- -------
16.05.2024 07:14:01           7034 Error            ${SPOOLER}`,
  'friendly view': `- System

  - Provider

   [ Name]  Service Control Manager

  - EventID 7034

   [ Qualifiers]  49152

   Level 2
  - TimeCreated

   [ SystemTime]  2024-05-16T07:14:01.000000000Z

   Channel System
   Computer SRV1

- EventData

  param1 Print Spooler
  param2 1`,
  vew: `Log: 'System' Date/Time: 16/05/2024 07:14:01
Type: Error Category: 0
Event: 7034 Source: Service Control Manager
${SPOOLER}

Log: 'Application' Date/Time: 16/05/2024 07:15:01
Type: Error Category: 3
Event: 454 Source: ESENT
svchost (1120) Database recovery/restore failed with unexpected error -1032.`,
  frst: `Application errors:
==================
Error: (05/16/2024 07:15:01 AM) (Source: ESENT) (EventID: 454) (User: )
Description: svchost (1120) Database recovery/restore failed with unexpected error -1032.

System errors:
=============
Error: (05/16/2024 07:14:01 AM) (Source: Service Control Manager) (EventID: 7034) (User: )
Description: ${SPOOLER}`,
  splunk: `05/16/2024 07:14:01 AM
LogName=System
SourceName=Service Control Manager
EventCode=7034
EventType=2
Type=Error
ComputerName=SRV1
Message=${SPOOLER}`,
  'event XML': `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
  <System>
    <Provider Name="disk" />
    <EventID>7</EventID>
    <Level>2</Level>
    <TimeCreated SystemTime="2024-05-16T07:14:01.000000000Z" />
    <Channel>System</Channel>
    <Computer>SRV1</Computer>
  </System>
  <EventData>
    <Data>\\Device\\Harddisk0\\DR0</Data>
  </EventData>
</Event>`,
  csv: `Level,Date and Time,Source,Event ID,Task Category
Error,5/16/2024 7:14:01 AM,Service Control Manager,7034,None,${SPOOLER}
Error,5/16/2024 7:15:01 AM,ESENT,454,Logging/Recovery,svchost (1120) Database recovery/restore failed.`,
  json: `{"EventID":7034,"Channel":"System","SourceName":"Service Control Manager","EventTime":"2024-05-16 07:14:01","Message":"${SPOOLER}"}
{"EventID":454,"Channel":"Application","SourceName":"ESENT","EventTime":"2024-05-16 07:15:01","Message":"failed"}`,
};

const { vew: VEW = '' } = FORMATS;

const each =
  (before: string, behind = '') =>
  (text: string): string =>
    text.replace(/^.*$/gm, (line) => `${before}${line}${behind}`);
const numbered =
  (number: (line: number) => string) =>
  (text: string): string =>
    text
      .split('\n')
      .map((line, index) => `${number(index + 1)}${line}`)
      .join('\n');
const FRAMES: Readonly<Record<string, (text: string) => string>> = {
  '>': each('> '),
  '> >': each('> > '),
  '|': each('| '),
  '#': each('# '),
  '//': each('// '),
  '4 blanks': each('    '),
  'a tab': each('\t'),
  'no-break blanks': (text) => text.replaceAll('  ', '\u00a0 '),
  '<br>': each('', '<br>'),
  '1:': numbered((line) => `${line}: `),
  '   1': numbered((line) => `${String(line).padStart(4)}  `),
  '1 tab': numbered((line) => `${line}\t`),
  'doubled lines': (text) => text.replaceAll('\n', '\n\n'),
  'a fence in a list': (text) => `1. See:\n\n${each('   ')(`\`\`\`text\n${text}\n\`\`\``)}`,
};

describe.each(Object.entries(FORMATS))('%s', async (name, text) => {
  const plain = await read(text);
  test.each(Object.entries(FRAMES))('with %s', async (frame, wrap) => {
    // A short text in lines of which every other is empty may be paragraphs.
    if (frame === 'doubled lines' && text.split('\n').length < 8) return;
    const wrapped = wrap(text);
    const events = await read(wrapped);
    const facts = (all: readonly RawEvent[]): unknown[] =>
      all.map(({ time, host, channel, provider, eventId, level, strings, message }) => [
        ...[time, host, channel, provider, eventId, level, strings],
        message?.replace(/[\s\u00a0]+/g, ' ').replace(/ ```$/, ''),
      ]);
    expect(facts(events)).toEqual(facts(plain));
    if (frame === 'doubled lines' || frame === 'a fence in a list') return;
    // A message is unique; its event stands in the same line.
    expect(events.map(({ position }) => position)).toEqual(plain.map(({ position }) => position));
  });
  test('does not depend on the size of pieces', () => {
    for (const wrap of [FRAMES['>'], FRAMES['1:'], FRAMES['a tab']]) {
      const wrapped = `Hello,\n\n${wrap?.(text)}\n\nRegards`;
      const whole = parseText(createMixtureParser, wrapped);
      expect(whole.events.length, name).toBe(plain.length);
      for (const size of [1, 7]) expect(parseText(createMixtureParser, wrapped, { size })).toEqual(whole);
    }
  });
});

test('a quoted line that a mail program broke goes on without its mark', async () => {
  const quoted = each('> ')(VEW).replace('  It has', '\nIt has');
  const events = await read(quoted);
  expect(events.map(({ eventId }) => eventId)).toEqual([7034, 454]);
  expect(events[0]?.message).toMatch(/unexpectedly\.\nIt has done/);
});

test('the values of quoted XML hold no marks', async () => {
  const xml = FORMATS['event XML']?.replace('DR0', 'DR0\nand more') ?? '';
  const stringsOf = async (text: string) => (await read(text))[0]?.strings;
  const strings = ['\\Device\\Harddisk0\\DR0\nand more'];
  expect([await stringsOf(each('> ')(xml)), await stringsOf(`Look:\n${each('| ')(xml)}\nBad?`)]).toEqual([
    strings,
    strings,
  ]);
});

test('the words around a quote are no part of it', async () => {
  const events = await read(`Bob wrote:\n> Look:\n>\n${each('>  ')(VEW)}\n\nThanks!`);
  expect(events).toMatchObject([
    { eventId: 7034, position: 4 },
    { eventId: 454, position: 9 },
  ]);
});

test('a quote that lacks every other mark costs what it is long, however it is cut', () => {
  const text = `${each('> ')(VEW)}\n${'b\n> a\n'.repeat(20_000)}`;
  const whole = parseText(createMixtureParser, text);
  expect(whole.events).toHaveLength(2);
  expect(parseText(createMixtureParser, text, { size: 1000 })).toEqual(whole);
});

test.each([
  ['quote marks', '>'.repeat(300_000)],
  ['quoted lines', '> \n'.repeat(100_000)],
  ['numbers', Array.from({ length: 50_000 }, (_, index) => `${index}: x`).join('\n')],
  ['indents', '      x\n\n'.repeat(50_000)],
  ['no-break blanks', '\u00a0'.repeat(300_000)],
  ['every other line', '> a\nb\n'.repeat(50_000)],
])('%s cost what they are long', (_name, text) => {
  expect(parseText(createMixtureParser, text).events).toEqual([]);
});
