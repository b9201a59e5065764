import { describe, expect, test } from 'vitest';
import { formatRuleProblem, loadRules } from '../../../src/core/knowledge/rules/load.ts';
import { epochMs } from '../../../src/core/model/brand.ts';
import { EvdxError } from '../../../src/core/model/errors.ts';
import type { Report } from '../../../src/core/model/report.ts';
import type { ByteSource } from '../../../src/core/model/source.ts';
import { SourceError } from '../../../src/core/model/source-error.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { type DiagnoseOptions, type Input, toSources } from '../../../src/core/pipeline/options.ts';
import { fixtureBytes, fixtureText } from '../../support/fixtures.ts';
import {
  brokenSource,
  FOUR_EVENTS,
  joined,
  PIECE_SIZES,
  sourceOf,
  TEXT_AND_XML,
  toBytes,
  xmlEvent,
} from '../../support/sources.ts';
import { utf16 } from '../input/text/pieces.ts';

const PASTE = fixtureText('cases/backup-refused/paste.txt');
const FOUND = ['exchange/backup-never-closed', 'likely', 'ex1'];
const PHOTO = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46);
/** What a transfer as text leaves of a binary log: every byte that is no UTF-8 is U+FFFD. */
const damaged = (magic: string): Uint8Array =>
  toBytes(
    new TextDecoder().decode(Uint8Array.from([...toBytes(magic), 0, 0xff, 0x8f, 0, 0, 0xc3, 0x28, 0x80, 0, 1, 0xfe])),
  );
const MEBIBYTE = 1 << 20;

const findingsOf = ({ findings }: Report) => findings.map(({ ruleId, grade, host }) => [ruleId, grade, host]);
const coverageOf = ({ sources }: Report) =>
  sources.flatMap(({ coverage }) =>
    coverage.map(({ host, first, last }) => [host, first.slice(11, 16), last.slice(11, 16)]),
  );
const eventsOf = ({ statistics }: Report) => statistics.map(({ host, eventId }) => [host, eventId]);

/** 100 MiB without a line end, never in memory at once. */
const oneLine: ByteSource = {
  name: 'line.txt',
  sizeBytes: 100 * MEBIBYTE,
  chunks: function* () {
    for (let count = 0; count < 100; count += 1) yield toBytes('x'.repeat(MEBIBYTE));
  },
};

const LOGIN =
  '\ufeff<!-- x -->\r\n<!DOCTYPE html>\r\n<html><head><title>Sign in</title></head><body>Please sign in</body></html>';
const NO_EVENT = 'The input was read, but it holds no event.';

describe('bad input is one clear problem, and the good rest is diagnosed', () => {
  test.each<readonly [string, Input, string, string, string]>([
    ['nothing', '', 'paste#2', 'input/empty', 'The input is empty; export the log again.'],
    ['blanks', ' \r\n\t', 'paste#2', 'input/empty', 'nothing but blanks'],
    ['a photo', PHOTO, 'paste#2', 'input/picture', 'a JPEG picture'],
    ['a PDF', sourceOf('log.pdf', '%PDF-1.7\n%âãÏÓ\n'), 'log.pdf', 'input/document', 'a PDF document'],
    ['an EVTX log damaged by a transfer as text', damaged('ElfFile'), 'paste#2', 'input/damaged-binary', 'an EVTX log'],
    ['100 MB on one line', oneLine, 'line.txt', 'input/no-events', NO_EVENT],
    [
      'a web page under the name of a log',
      sourceOf('System.evtx', LOGIN),
      'System.evtx',
      'input/web-page',
      'This is a web page saved in place of the file, such as a login or a preview; download the file itself.',
    ],
    [
      'a custom view',
      sourceOf(
        'view.xml',
        '<?xml version="1.0"?>\n<ViewerConfig><QueryConfig><QueryParams><Simple><EventId>7000</EventId></Simple></QueryParams></QueryConfig></ViewerConfig>',
      ),
      'view.xml',
      'input/definition',
      'This says which events to look for (a custom view, a query, a subscription, a manifest, a rule of evdx or Sigma, a list of ids and their meanings) and holds none; of a view, open it in Event Viewer and save its events (Save All Events As).',
    ],
    [
      'a rule of Sigma',
      sourceOf(
        'rule.yml',
        '# x\ntitle: A service ends\nlogsource:\n    product: windows\n    service: system\ndetection:\n    selection:\n' +
          '        Provider_Name: Service Control Manager\n        EventID: 7034\n    condition: selection\nlevel: low\n',
      ),
      'rule.yml',
      'input/definition',
      'This says which events to look for (a custom view, a query, a subscription, a manifest, a rule of evdx or Sigma, a list of ids and their meanings) and holds none; of a view, open it in Event Viewer and save its events (Save All Events As).',
    ],
    [
      'a list of the events that exist',
      sourceOf(
        'ids.csv',
        `EVENT_ID,EVENT_DESCRIPTION,EVENT_SOURCE\n${Array.from({ length: 30 }, (_, index) => `${4700 + index},Words of nobody,Windows\n`).join('')}${['6272,Network Policy Server granted access to a user', '6273,Network Policy Server denied access to a user', '7034,The x service terminated unexpectedly'].join(',Windows\n')}`,
      ),
      'ids.csv',
      'input/definition',
      'This says which events to look for (a custom view, a query, a subscription, a manifest, a rule of evdx or Sigma, a list of ids and their meanings) and holds none; of a view, open it in Event Viewer and save its events (Save All Events As).',
    ],
    ['a web page under its own name', sourceOf('log.html', LOGIN), 'log.html', 'input/no-events', NO_EVENT],
    ['words under the name of a log', sourceOf('a.zip!/b.evt', 'html'), 'a.zip!/b.evt', 'input/no-events', NO_EVENT],
    [
      'a missing file',
      brokenSource('gone.evtx', new SourceError('input/missing', null)),
      'gone.evtx',
      'input/missing',
      'There is no such file or folder; check the path.',
    ],
    [
      'a file in use',
      brokenSource('busy.xml', new SourceError('input/unreadable', 'in use by another program')),
      'busy.xml',
      'input/unreadable',
      'in use by another program',
    ],
    ['a defect of the source', brokenSource('a.xml', new Error('what')), 'a.xml', 'input/internal', 'what'],
  ])('%s', async (_name, bad, place, code, detail) => {
    for (const inputs of [
      [PASTE, bad],
      [PASTE, bad, sourceOf('more.xml', FOUR_EVENTS)],
    ]) {
      const report = await diagnose(inputs);
      expect(report.problems).toEqual([{ code, place, detail }]);
      expect(findingsOf(report)).toContainEqual(FOUND);
      expect(report.sources).toHaveLength(inputs.length);
      expect(report.sources.find(({ name }) => name === place)).toMatchObject({ records: 0, events: 0, coverage: [] });
    }
  });

  test('a web page under the name of a log is read where it holds events', async () => {
    const { sources } = await diagnose([
      sourceOf('System.evtx', `<!DOCTYPE html><html><body>${FOUR_EVENTS}</body></html>`),
    ]);
    expect(sources.map(({ events, problems }) => [events, problems.length])).toEqual([[4, 0]]);
  });

  test('alone it gives a report without findings', async () => {
    for (const bad of ['', PHOTO, damaged('ElfFile'), brokenSource('a', new Error('what'))]) {
      const { findings, sources, problems } = await diagnose([bad]);
      expect({ findings, sources: sources.length, problems: problems.length }).toEqual({
        findings: [],
        sources: 1,
        problems: 1,
      });
    }
  });

  test('all of it at once: one problem each, in the order of the names', async () => {
    const gone = brokenSource('gone.evtx', new SourceError('input/missing', null));
    const report = await diagnose([gone, sourceOf('b.jpg', PHOTO), sourceOf('c.txt', ''), sourceOf('a.txt', PASTE)]);
    expect(report.problems.map(({ code, place }) => [place, code])).toEqual([
      ['b.jpg', 'input/picture'],
      ['c.txt', 'input/empty'],
      ['gone.evtx', 'input/missing'],
    ]);
    expect(findingsOf(report)).toContainEqual(FOUND);
  });

  test('a log of 10 MB on one line is read whole', async () => {
    const count = 20_000;
    const line = xmlEvent({ id: 9607, time: '2006-03-14T02:00:00Z', record: 1 }).trimEnd().repeat(count);
    const { sources } = await diagnose([sourceOf('log.xml', `<Events>${line}</Events>`)]);
    expect(sources).toMatchObject([{ format: 'event-xml', records: count, events: count, problems: [] }]);
  });

  test('a rule with a mistake on line 7 is told with its place, and the others run', async () => {
    const rule = (id: string, line7: string) => `evdx: 1
id: ${id}
title: Something is wrong
severity: high
events: {refused: {log: Application, provider: MSExchangeIS, id: 9607}}
find: {failure: {one: refused}}
${line7}
causes: [{id: cause, title: The cause, evidence: [{if: failure, for: strong, because: so it is}]}]
resolution: [{id: repair, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Repair it.}]}]
refs: [a source]
tests: []
`;
    const { rules, problems } = loadRules([
      { file: 'bad.yaml', text: rule('area/bad', 'ancor: failure') },
      { file: 'good.yaml', text: rule('area/good', 'anchor: failure') },
    ]);
    expect(problems.map(formatRuleProblem)).toEqual([expect.stringMatching(/^bad\.yaml:7:1: .*"ancor"/)]);
    const report = await diagnose([PASTE], { rules, useBuiltin: false });
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['area/good']);
  });
});

describe('a report is the same to the byte', () => {
  const contents: readonly (readonly [string, string | Uint8Array])[] = [
    ['a.txt', PASTE],
    ['b/system.xml', fixtureText('formats/event-xml/evtxexport-system.xml')],
    ['b/copy.xml', utf16(`\ufeff${fixtureText('formats/event-xml/evtxexport-system.xml')}`)],
    ['c.txt', TEXT_AND_XML],
    ['d.xml', FOUR_EVENTS],
    ['e.txt', fixtureText('cases/kb-253111/article.txt')],
    ['f.jpg', PHOTO],
  ];
  const sourcesOf = (size: number) => contents.map(([name, content]) => sourceOf(name, content, size));
  const textOf = async (inputs: Iterable<Input>) => JSON.stringify(await diagnose(inputs));

  test('for pieces of any size', async () => {
    const expected = await textOf(
      contents.map(([name, content]) => ({ ...sourceOf(name, content), chunks: () => [toBytes(content)] })),
    );
    expect(JSON.parse(expected).findings.length).toBeGreaterThan(1);
    for (const size of PIECE_SIZES) expect(await textOf(sourcesOf(size))).toBe(expected);
  });

  test('for inputs in any order', async () => {
    const sources = sourcesOf(65_536);
    const expected = await textOf(sources);
    const rotations = sources.map((_, by) => [...sources.slice(by), ...sources.slice(0, by)]);
    for (const order of rotations.flatMap((rotated) => [rotated, rotated.toReversed()]))
      expect(await textOf(order)).toBe(expected);
  });
});

describe('a period and hosts narrow events and coverage', () => {
  const at = (hour: number) => epochMs(Date.UTC(2006, 2, 14, hour));
  const [ex1, ex2] = ['ex1', 'ex2']; // short where that is unambiguous
  test.each<readonly [string, DiagnoseOptions, readonly unknown[], readonly unknown[]]>([
    [
      'all',
      {},
      [
        [ex1, 1],
        [ex1, 9604],
        [ex1, 9608],
        [ex2, 9607],
      ],
      [
        [ex1, '01:00', '04:00'],
        [ex2, '02:00', '02:00'],
      ],
    ],
    [
      'since',
      { since: at(3) },
      [
        [ex1, 1],
        [ex1, 9608],
      ],
      [[ex1, '03:00', '04:00']],
    ],
    [
      'until',
      { until: at(2) },
      [
        [ex1, 9604],
        [ex2, 9607],
      ],
      [
        [ex1, '01:00', '01:00'],
        [ex2, '02:00', '02:00'],
      ],
    ],
    ['host', { hosts: ['EX2'] }, [[ex2, 9607]], [[ex2, '02:00', '02:00']]],
    ['host and since', { hosts: ['ex1'], since: at(4) }, [[ex1, 1]], [[ex1, '04:00', '04:00']]],
  ])('%s', async (_name, options, events, coverage) => {
    const report = await diagnose([FOUR_EVENTS], options);
    expect(eventsOf(report).sort()).toEqual([...events].sort());
    expect(coverageOf(report)).toEqual(coverage);
  });

  test('a finding whose events lie outside is gone', async () => {
    const from = (hour: number) => diagnose([PASTE], { since: epochMs(Date.UTC(2006, 2, 14, hour)) });
    expect(findingsOf(await from(1))).toEqual([FOUND]);
    expect(findingsOf(await from(2))).toEqual([]);
    expect(findingsOf(await diagnose([PASTE], { hosts: ['ex9'] }))).toEqual([]);
  });
});

describe('the zone', () => {
  const firstOf = async (options: DiagnoseOptions) => {
    const { findings, sources } = await diagnose([sourceOf('ex1.txt', PASTE)], options);
    return [findings[0]?.first, sources[0]?.timeBasis];
  };

  test('given moves the times of a paste, and of one source if so asked', async () => {
    expect(await firstOf({})).toEqual(['2006-03-14T01:00:05.000Z', 'assumed-local']);
    expect(await firstOf({ tz: [{ file: null, zone: 'Europe/Berlin' }] })).toEqual([
      '2006-03-14T00:00:05.000Z',
      'given',
    ]);
    expect(await firstOf({ tz: [{ file: 'ex2.txt', zone: '+01:00' }] })).toEqual([
      '2006-03-14T01:00:05.000Z',
      'assumed-local',
    ]);
  });

  test('that nobody knows is refused, and so is a rule that nobody knows', async () => {
    const refused = async (options: DiagnoseOptions) => {
      const error: unknown = await diagnose([PASTE], options).catch((thrown: unknown) => thrown);
      return error instanceof EvdxError ? error.code : error;
    };
    expect(await refused({ tz: [{ file: null, zone: 'Mars/Olympus' }] })).toBe('EVDX_OPTION_INVALID');
    expect(await refused({ only: ['area/unheard-of'] })).toBe('EVDX_RULE_UNKNOWN');
    expect(await refused({ only: ['web/ssl-binding-deleted'], skip: ['web'] })).toBe('EVDX_OPTION_INVALID');
  });
});

test('a report says by id what the run was told to look for', async () => {
  const of = async (options: DiagnoseOptions) => (await diagnose([PASTE], options)).selection;
  expect(await of({})).toEqual({ only: null, skip: [], minGrade: 'possible' });
  expect(await of({ skip: ['KB910250'] })).toMatchObject({ only: null, skip: ['exchange/backup-never-closed'] });
  const web = await of({ only: ['web'], skip: ['web/ssl-binding-deleted'] });
  expect(web.only?.every((id) => id.startsWith('web/'))).toBe(true);
  expect(web.skip).toEqual(['web/ssl-binding-deleted']);
});

describe('a paste of the text and the XML of one event', () => {
  test('is one event, and its evidence has both places', async () => {
    const { sources, statistics, findings } = await diagnose([TEXT_AND_XML]);
    expect(sources).toMatchObject([
      { name: 'paste', format: 'text', records: 1, events: 1, unclaimed: 0, language: 'en' },
    ]);
    expect(statistics).toMatchObject([{ eventId: 9607, host: 'ex2', count: 1 }]);
    expect(findings).toMatchObject([
      {
        ruleId: 'exchange/backup-never-closed',
        grade: 'possible',
        count: 1,
        first: '2006-03-14T02:00:00.000Z',
        evidence: [
          {
            eventId: 9607,
            timeBasis: 'utc',
            at: { source: 0, position: 1, recordId: 1 },
            places: [{ source: 0, position: 13, recordId: 1 }],
          },
        ],
      },
    ]);
  });
});

describe('sources', () => {
  const namesOf = (inputs: Iterable<Input>) => toSources(inputs).map(({ name }) => name);

  test('have a name each: texts and bytes are a paste, and a name that comes again gets a number', () => {
    expect(
      namesOf(['x', toBytes('y'), sourceOf('a.xml', ''), sourceOf('a.xml', ''), 'z', sourceOf('b/a.xml', '')]),
    ).toEqual(['paste', 'paste#2', 'a.xml', 'a.xml#2', 'paste#3', 'b/a.xml']);
    expect(namesOf([])).toEqual([]);
  });

  test('keep their bytes under the number', async () => {
    const [, second] = toSources([sourceOf('a', 'one'), sourceOf('a', 'two')]);
    const pieces: Uint8Array[] = [];
    for await (const piece of second?.chunks() ?? []) pieces.push(piece);
    expect(pieces).toEqual([toBytes('two')]);
  });

  test('of none there is an empty report', async () => {
    expect(await diagnose([])).toMatchObject({ sources: [], findings: [], problems: [] });
  });
});

test.each<readonly [string, DiagnoseOptions, string]>([
  [
    'a format that nobody knows',
    { inputFormat: 'event-xlm' },
    'no input format is called event-xlm; did you mean event-xml?',
  ],
  [
    'a format far from all',
    { inputFormat: 'parquet' },
    'no input format is called parquet; there are blank-table, box-table, cef, checkmk, chkdsk, clixml, ',
  ],
  [
    'a period that ends before it begins',
    { since: epochMs(2), until: epochMs(1) },
    'the period ends before it begins: "until" lies before "since"',
  ],
])('%s ends the run before anything is read', async (_fact, options, message) => {
  await expect(diagnose([brokenSource('a', new Error('it was read'))], options)).rejects.toThrow(message);
});

test.each<readonly [option: string, DiagnoseOptions]>([
  ['only', { only: ['nosuch'] }],
  ['skip', { skip: ['nosuch'] }],
  ['tz', { tz: [{ file: null, zone: 'Nowhere' }] }],
  ['input-format', { inputFormat: 'parquet' }],
])('an error about a wrong value carries the name of its option: %s', async (option, options) => {
  await expect(diagnose(['x'], options)).rejects.toMatchObject({ option });
});

test('a log without records is sound, one whose only record is lost was not looked at', async () => {
  const begun = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><EventID>7</Event";
  const codesOf = async (text: string) => {
    const { problems, sources } = await diagnose([sourceOf('a.xml', text)]);
    return [...problems, ...sources.flatMap((source) => source.problems)].map(({ code }) => code);
  };
  expect(await codesOf('<Events></Events>')).toEqual([]);
  expect(await codesOf('<?xml version="1.0" encoding="utf-8"?>\r\n<Events xmlns="x">\r\n</Events>\r\n')).toEqual([]);
  for (const text of ['<Events><Event><Event>', '<Event><foo/></Event>', '<Events><Event></Event></Events>'])
    expect(await codesOf(text), text).toContain('input/no-events');
  expect(new Set(await codesOf(begun))).toEqual(new Set(['input/no-events', 'xml/cut']));
});

test('an EVTX without records is sound, one whose only chunk cannot be read was not looked at', async () => {
  const header = fixtureBytes('formats/evtx/Security_1_record.evtx').subarray(0, 4096);
  const codesOf = async (chunk: Uint8Array): Promise<readonly string[]> =>
    (await diagnose([sourceOf('a.evtx', joined(header, chunk))])).sources.flatMap((source) =>
      source.problems.map(({ code }) => code),
    );
  expect(await codesOf(new Uint8Array(0))).toEqual([]);
  expect(await codesOf(new Uint8Array(65_536))).toEqual([]);
  expect(await codesOf(new Uint8Array(65_536).fill(7))).toEqual(['evtx/bad-chunk', 'input/no-events']);
  // A log that was cleared: what is left of a record stands behind the end of the chain.
  const cleared = fixtureBytes('formats/evtx/Security_1_record.evtx').slice(4096, 4096 + 65_536);
  new DataView(cleared.buffer).setUint32(0x30, 0x200, true);
  cleared.fill(0xff, 0x200 + 24, 0x200 + 64);
  expect(await codesOf(cleared)).toEqual(['evtx/remains']);
});

test.each(['evtx', 'evt', 'csv', 'event-xml'])(
  'a text read as %s, in which nothing was found, was not looked at',
  async (inputFormat) => {
    const { problems } = await diagnose([sourceOf('a.txt', 'Nothing of the kind.\n')], { inputFormat });
    expect(problems.map(({ code }) => code)).toContain('input/no-events');
  },
);

test('a format that reports name reads the text it stands in', async () => {
  expect(findingsOf(await diagnose([PASTE], { inputFormat: 'wevtutil-text' }))).toContainEqual(FOUND);
});

test.each(['ex1', 'EX1.contoso.com'])('--host %s finds the host by either of its names', async (name) => {
  for (const computer of ['EX1', 'ex1.contoso.com']) {
    const log = FOUR_EVENTS.replaceAll(/<Computer>[^<]*</g, `<Computer>${computer}<`);
    const { statistics } = await diagnose([sourceOf('a.xml', log)], { hosts: [name] });
    expect(statistics.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  }
});

test('--host keeps the machines of two domains apart', async () => {
  const log = FOUR_EVENTS.replaceAll(/<Computer>[^<]*</g, '<Computer>ex1.fabrikam.com<');
  expect((await diagnose([sourceOf('a.xml', log)], { hosts: ['ex1.contoso.com'] })).statistics).toEqual([]);
});

test('inputs for whose events no memory is left are named, and the report is of the others', async () => {
  const sources = ['a.xml', 'b.xml', 'c.xml'].map((name, index) =>
    sourceOf(name, FOUR_EVENTS.replaceAll(/<Computer>[^<]*</g, `<Computer>host${index}<`)),
  );
  const unread = async (memoryBytes: number) =>
    (await diagnose(sources, { memoryBytes })).sources.flatMap(({ name, problems }) =>
      problems.some(({ code }) => code === 'input/memory') ? [name] : [],
    );
  // Of each source the rules keep one event or more, of two kilobytes.
  expect(await unread(1)).toEqual(['b.xml', 'c.xml']);
  expect(await unread(1e6)).toEqual([]);
});
