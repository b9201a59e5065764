import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../../src/core/input/mixture/parser.ts';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';

beforeAll(() => prepareMixture());

const parse = (...lines: readonly string[]) => parseText(createClipboardParser, lines.join('\n'));

const typed = ['Level: Error', 'Source: VSS', 'Event ID: 8194'];
const pairs = ['Level = Error', 'Source = VSS', 'Event ID = 8194'];
const nt = [
  ...['Event Type: Error', 'Event Source: VSS', 'Event ID: 8194', 'Date: 19/10/2010', 'Time: 06:17:16'],
  ...['User: N/A', 'Computer: SRV1'],
];
const vista = [
  ...[
    'Log Name:      Application',
    'Source:        VSS',
    'Date:          10/19/2010 6:17:16 AM',
    'Event ID:      8194',
  ],
  ...['Level:         Error', 'Computer:      SRV1'],
];
const MESSAGE = 'Volume Shadow Copy Service error: Unexpected error.  hr = 0x80070005, Access is denied.';
const PARTS = [
  ...['. This is often caused by incorrect security settings.', '', 'Operation:', '   Gathering Writer Data', ''],
  ...['Context:', '   Writer Name: System Writer', '   Writer Instance ID: {3dd28eb2-c214-4c18-97b7-47da7fe76649}'],
];

describe.each([
  ['keys typed by hand', typed],
  ['pairs with an equals sign', pairs],
  ['headings of NT', nt],
  ['headings of Vista', vista],
])('%s without one for the description', (_name, head) => {
  const read = (lines: readonly string[], size = 65_536) =>
    parseText(createMixtureParser, [...head, ...lines].join('\n'), { size });

  test('the paragraph behind an empty line is the message, with its parts', () => {
    for (const size of PIECE_SIZES)
      for (const blanks of [[''], ['', '', '']]) {
        const { events, problems, findings } = read(
          [...blanks, MESSAGE, ...PARTS, '', 'Also 0x80042304 occurs.'],
          size,
        );
        expect(events).toMatchObject([{ eventId: 8194, message: [MESSAGE, ...PARTS].join('\n') }]);
        expect(problems).toEqual([]);
        expect(findings.freeText.map(({ text }) => text)).toEqual(['Also 0x80042304 occurs.']);
      }
  });

  test('it ends where an article parts its events', () => {
    expect(read(['', MESSAGE, '', '-or-', '']).events).toMatchObject([{ message: MESSAGE }]);
  });

  test('what the cluster service says of its error goes on behind an empty line', () => {
    const paragraphs = ['The name could not be updated.', '', 'The text for the associated error code is: x is wrong.'];
    expect(read(['', ...paragraphs]).events).toMatchObject([{ message: paragraphs.join('\n') }]);
  });

  test('it ends where a report goes on', () => {
    for (const more of [
      ['The shadow copy worked before.'],
      ['Environment:', '- Windows 2008'],
      ['More', '', 'words'],
    ]) {
      const { events } = read(['', MESSAGE, '', ...more]);
      expect(events).toMatchObject([{ message: MESSAGE }]);
    }
  });

  test('a second paragraph that reads like a message stays text, and a problem names its line', () => {
    for (const size of PIECE_SIZES) {
      const { events, problems, findings } = read(['', MESSAGE, '', 'hr = 0x80042306', 'rest', '', 'More.'], size);
      expect(events).toMatchObject([{ message: MESSAGE }]);
      expect(problems).toEqual([{ code: 'event/unclear-message', position: head.length + 4, detail: null }]);
      expect(findings.freeText.map(({ text }) => text).join('\n')).toMatch(/^hr = 0x80042306\nrest\n+More\.$/);
    }
  });

  test.each([
    ['thanks', 'Thanks for any hint about 0x80042306'],
    ['a question', 'What does 0x80042306 mean?'],
    ['a report in the first person', 'I tried to restart it, then 0x80042306 came.'],
    ['a Markdown heading', '## Environment 0x80042306'],
  ])('words of a poster are no message: %s', (_words, prose) => {
    for (const size of PIECE_SIZES) {
      const { events, findings } = read(['', prose], size);
      expect(events).toMatchObject([{ eventId: 8194, message: null }]);
      expect(findings.freeText.map(({ text }) => text).join('\n')).toContain(prose);
    }
  });

  test.each([
    ['of an article', 'This problem occurs when the writer returns 0x80042306.'],
    ['of advice', 'To resolve 0x80042306, restart the service.'],
    ['one alone', 'hello'],
    ['a section', 'Environment:'],
    ['a list', '- 0x80042306 on SRV2'],
  ])('words that may be a message or not stay text, and a problem names their line: %s', (_words, prose) => {
    for (const size of PIECE_SIZES) {
      const { events, problems, findings } = read(['', prose, 'more of it'], size);
      expect(events).toMatchObject([{ eventId: 8194, message: null }]);
      expect(problems).toEqual([{ code: 'event/unclear-message', position: head.length + 2, detail: null }]);
      expect(findings.freeText).toEqual([{ text: `${prose}\nmore of it`, line: head.length + 2 }]);
    }
  });

  test('each of several events has its own', () => {
    for (const size of PIECE_SIZES) {
      const { events } = read(['', MESSAGE, '', ...head, '', 'Second one.', '', ...head], size);
      expect(events.map(({ message }) => message)).toEqual([MESSAGE, 'Second one.', null]);
    }
  });
});

describe('headings on one line above a paragraph', () => {
  const POLICY =
    'The processing of Group Policy failed. Windows attempted to read the file \\\\corp\\sysvol\\gpt.ini from a domain controller.';

  test.each(['Event ID: 1058 Source: Group Policy Level: Error', 'Event ID: 1058, Source: GroupPolicy, Level: Error'])(
    '%s: a paragraph that begins like the messages of the event is its message',
    (head) => {
      const { events, problems } = parse(head, '', POLICY, '', 'Thanks for any hint.');
      expect(events).toMatchObject([{ eventId: 1058, level: 'error', message: POLICY }]);
      expect(problems).toEqual([]);
    },
  );

  test('one that begins like those of another event is not', () => {
    const { events, problems } = parse('Event ID: 1030 Source: GroupPolicy Level: Error', '', POLICY);
    expect(events).toMatchObject([{ eventId: 1030, message: null }]);
    expect(problems).toEqual([{ code: 'event/unclear-message', position: 3, detail: null }]);
  });
});

describe('between the fences of Markdown', () => {
  test('all up to the closing fence is the message', () => {
    for (const fence of ['```', '~~~', '``` txt']) {
      const text = ['What the viewer says:', fence, ...typed, '', MESSAGE, '', 'Second paragraph.', fence.slice(0, 3)];
      const { events, findings } = parse(...text, 'See 0x80042306.');
      expect(events).toMatchObject([{ eventId: 8194, message: `${MESSAGE}\n\nSecond paragraph.` }]);
      expect(findings.freeText.map(({ text: free }) => free).join('\n')).toContain('See 0x80042306.');
    }
  });

  test.each([
    ['keys typed by hand', typed],
    ['headings of NT', nt],
    ['a heading for the description', [...vista, 'Description:']],
  ])('the message alone, below %s', (_name, head) => {
    const text = (fence: string, ...between: readonly string[]) =>
      parse(...head, ...between, fence, MESSAGE, '', 'Is it shared?', fence.slice(0, 3), 'See 0x80042306.');
    for (const read of [text('```'), text('```', ''), text('~~~ text', '')]) {
      expect(read.events).toMatchObject([{ eventId: 8194, message: `${MESSAGE}\n\nIs it shared?` }]);
      expect(read.findings.freeText.map(({ text: free }) => free).join('\n')).toContain('See 0x80042306.');
    }
    expect(text('```powershell', '').events).toMatchObject([{ message: null }]);
  });

  test('a closing fence opens none', () => {
    const { events } = parse('```', 'In the viewer:', ...typed, '```', 'The writer was restarted.');
    expect(events).toMatchObject([{ message: null }]);
  });

  test('behind a closing fence the rules of a report hold', () => {
    const text = ['```', 'chkdsk', '```', ...typed, '', MESSAGE, '', 'Second paragraph.'];
    expect(parse(...text).events).toMatchObject([{ message: MESSAGE }]);
  });
});

describe('what is near an event without a description, and is none', () => {
  test('the answer below a quoted event', () => {
    const { events, problems } = parse(...typed.map((line) => `> ${line}`), '', 'Restart the writer.');
    expect(events).toMatchObject([{ eventId: 8194, message: null }]);
    expect(problems).toEqual([]);
    const quoted = parse(...[...typed, '', MESSAGE].map((line) => `> ${line}`), '', 'Restart the writer.');
    expect(quoted.events).toMatchObject([{ message: MESSAGE }]);
  });

  test('words behind an indented block of code are in doubt', () => {
    const { events, problems } = parse(...typed.map((line) => `    ${line}`), '', 'The writer was restarted.');
    expect(events).toMatchObject([{ eventId: 8194, message: null }]);
    expect(problems).toMatchObject([{ code: 'event/unclear-message', position: 5 }]);
  });

  test('words behind keys on one line are in doubt', () => {
    const { events, problems } = parse('Event ID: 8194, Source: VSS', '', 'The writer was restarted.');
    expect(events).toMatchObject([{ eventId: 8194, message: null }]);
    expect(problems).toMatchObject([{ code: 'event/unclear-message', position: 3 }]);
  });
});

test('a heading for the description may have an empty line below it', () => {
  expect(parse(...typed, 'Message:', '', MESSAGE, '', 'Also 0x80042304.').events).toMatchObject([{ message: MESSAGE }]);
});

test('without that heading all up to the XML part is the message', () => {
  const { events } = parse(...vista, '', MESSAGE, '', 'The operation was retried.', 'Event Xml:');
  expect(events).toMatchObject([{ message: `${MESSAGE}\n\nThe operation was retried.` }]);
});

test('the data of an old event without that heading are read behind the message', () => {
  const { events } = parse(...nt, '', MESSAGE, 'Data:', '0000: 2d 20 43 6f 64 65 3a 20   - Code: ');
  expect(events).toMatchObject([{ message: MESSAGE, data: new TextEncoder().encode('- Code: ') }]);
});

test('a quote in Markdown with an empty line behind each goes on to its end', () => {
  const message = ['An account failed to log on.', 'Subject:', 'Account Name: x', 'Failure Reason: locked'];
  const quoted = [...vista, ...message].flatMap((line) => [`> ${line}`, '> ']);
  const { events, problems } = parse(...quoted, '', 'The account needs 0x80042304.');
  expect(events.map((event) => event.message)).toEqual([message.join('\n\n')]);
  expect(problems).toEqual([]);
  const answered = parse(...quoted.slice(0, -4), '> Thanks', '', 'Bye');
  expect(answered.events.map((event) => event.message)).toEqual([message.slice(0, -2).join('\n\n')]);
});
