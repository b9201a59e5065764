import { describe, expect, test } from 'vitest';
import type { Finding, Question, Report, ReportCause, ReportEvidence } from '../../../../src/core/model/report.ts';
import { outlineReport } from '../../../../src/core/report/outline/outline.ts';
import { plainText } from '../../../support/plain-text.ts';
import { evidence, finding, report, source } from '../../../support/sample-report.ts';

const cause = (over: Partial<ReportCause>): ReportCause => ({
  id: 'a',
  title: 'A',
  score: 3,
  named: false,
  for: [],
  against: [],
  ...over,
});
const shown = (over: Partial<Finding>, whole: Partial<Report> = {}): string =>
  plainText(outlineReport(report({ findings: [finding(over)], ...whole }), 'UTC'));
const question = (over: Partial<Question> = {}): Question => ({
  ruleId: finding().ruleId,
  fact: 'logs_touched',
  ask: 'Were logs moved?',
  host: 'ex1',
  how: null,
  decides: ['confirmed'],
  ...over,
});

test('a heading leaves out what the log does not name', () => {
  expect(shown({ key: { host: 'ex1', target: '?', service: 'spooler' } })).toContain(
    'ex1 · service spooler · 2 times · ',
  );
  expect(shown({ key: { host: 'ex1', target: '?' } })).toContain('ex1 · 2 times · ');
});

test('a heading has names as the events write them, and the same advice for two of them is told once', () => {
  const about = (service: string, name: string): Finding =>
    finding({
      key: { host: 'ex1', service },
      evidence: [evidence({ text: `${name} | %%1053` })],
      resolution: finding().resolution.map((one) => ({
        ...one,
        steps: one.steps.map((action) => ({ ...action, do: `Start ${name}.` })),
      })),
    });
  const text = plainText(
    outlineReport(report({ findings: [about('spooler', 'Spooler'), about('w32time', 'W32Time')] }), 'UTC'),
  );
  expect(text).toContain('ex1 · service Spooler · ');
  expect(text).toContain('The same steps as for finding 1');
});

describe('events', () => {
  const event = (position: number, over: Partial<ReportEvidence> = {}): ReportEvidence =>
    evidence({ at: { source: 0, position, recordId: position }, text: `number ${position}`, ...over });
  const textOf = (...findings: readonly Finding[]): string => plainText(outlineReport(report({ findings }), 'UTC'));

  test('of a finding that follows from another are its first one and those that stand there not', () => {
    const root = finding({ evidence: [event(1), event(2), event(3)] });
    const follower = finding({ evidence: [event(2), event(1), event(3), event(4)], evidenceTotal: 9, explainedBy: 0 });
    const [, shownOfFollower = ''] = textOf(root, follower).split('Follows from finding 1');
    expect(shownOfFollower).toContain('2 of 9 events shown, 2 more with finding 1.');
    expect([1, 2, 3, 4].filter((number) => shownOfFollower.includes(`number ${number}`))).toEqual([2, 4]);
  });

  test('an event that serves the rule twice is shown once, and several of one line are several', () => {
    const twice = finding({
      evidence: [event(1), event(1, { role: 'other' }), event(1, { text: 'another' })],
      evidenceTotal: 3,
    });
    const shown = textOf(twice);
    expect(shown.split('number 1')).toHaveLength(2);
    expect(shown).toContain('another');
    expect(shown).not.toContain('shown.');
  });
});

test('the same causes are told in full once', () => {
  const causes = [cause({ named: true, title: 'The disk' }), cause({ id: 'b', title: 'The cable' })];
  const undecided = causes.map((one) => ({ ...one, named: false }));
  const lines = (own: readonly ReportCause[]): readonly string[] =>
    plainText(
      outlineReport(
        report({ findings: [finding({ causes: own }), finding({ causes: own, fingerprint: 'f' })] }),
        'UTC',
      ),
    ).split('\n');
  expect(lines(causes).filter((line) => line.includes('The cable'))).toHaveLength(1);
  expect(lines(causes).join('\n')).toContain('The disk, as for finding 1');
  expect(lines(undecided).join('\n')).toContain('Undecided, as for finding 1.');
});

describe('causes', () => {
  test('a named cause stands first, the others below it', () => {
    const causes = [
      cause({ named: true, title: 'The disk' }),
      cause({ id: 'b', title: 'The cable', against: ['it is new'] }),
    ];
    expect(shown({ causes })).toContain(
      ['Cause      The disk', '           Less likely:', '           • The cable', '             − it is new'].join(
        '\n',
      ),
    );
  });
  test('without a lead it cannot tell', () => {
    expect(shown({ causes: [cause({}), cause({ id: 'b' })] })).toContain('Cause      Cannot decide between:\n');
  });
  test('what the evidence speaks against is no candidate, as long as another remains', () => {
    const against = cause({ id: 'b', title: 'The disc', score: -3, against: ['no optical drive'] });
    const two = [cause({ title: 'The disk', score: 0 }), cause({ id: 'c', title: 'The cable', score: 0 }), against];
    const lines = [
      'Cannot decide between:',
      '• The disk',
      '• The cable',
      'Less likely:',
      '• The disc',
      '  − no optical drive',
    ];
    expect(shown({ causes: two }).replaceAll(/\n {11}/g, '\n')).toContain(lines.join('\n'));
    const one = [cause({ title: 'The disk', score: 0 }), against];
    expect(shown({ causes: one })).toContain('Possibly, but little speaks for it: The disk\n           Less likely:');
    expect(shown({ causes: [against, against] })).toContain('Cannot decide between:\n           • The disc');
  });
  test('a single cause without enough for it is only a perhaps', () => {
    expect(shown({ causes: [cause({ score: 1 })] })).toContain('Cause      Possibly, but little speaks for it: A\n');
  });
});

describe('steps', () => {
  test('for the named cause need no "if"', () => {
    const causes = [cause({ id: 'not_closed', named: true }), cause({ id: 'still_running' })];
    expect(shown({ causes })).toContain('1. If “A”:\n');
    expect(shown({ causes })).toContain('2. Low risk · no downtime · no data loss · can be undone\n');
  });
  test('for everything need none either', () => {
    const [first] = finding().resolution;
    const resolution = first === undefined ? [] : [{ ...first, for: [] }];
    expect(shown({ resolution })).toContain('Do         1. No risk');
  });
});

describe('questions', () => {
  test('come with the command that answers them', () => {
    expect(shown({}, { questions: [question()] })).toContain(
      'The answer can make it confirmed: evdx --fact ex1:logs_touched=yes paste.txt (or no)',
    );
  });
  test('a rule-out and two grades are one sentence', () => {
    const questions = [question({ decides: ['confirmed', 'likely', 'ruled_out'] })];
    expect(shown({}, { questions })).toContain('The answer can make it confirmed or likely or rule it out: ');
  });
  test('a cause is told by its name in the finding, not by that in the rule', () => {
    const questions = [question({ decides: ['likely', 'permissions'] })];
    expect(shown({}, { questions })).toContain('The answer can make it likely or name the cause: evdx ');
  });
  test('what only an answer raises is not said twice', () => {
    const wouldRaise = ['confirmed: answer: Were logs moved?', 'confirmed: a longer log'];
    const text = shown({ wouldRaise }, { questions: [question()] });
    const parts = text.split('\n').filter((line) => /^(Question|Do|Surer if) /.test(line));
    expect(parts.map((line) => line.slice(0, 11).trim())).toEqual(['Question', 'Do', 'Surer if']);
    expect(text).toContain('Surer if   • confirmed: a longer log\n\n');
  });
  test('what could rule it out stands ahead of the steps, what would make it surer behind them', () => {
    const unless = ['it came back within the hour: no System log was given'];
    const text = shown({ unless, wouldRaise: ['confirmed: a longer log'] });
    const places = [
      '\nUnless     • it came back within the hour: ',
      '\nDo  ',
      '\nSurer if   • confirmed: a longer log\n',
    ].map((part) => text.indexOf(part));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });
  test('a fact with a value is offered beside the answer', () => {
    const questions = [question({ how: 'product="Exchange Server 2003"' })];
    expect(shown({}, { questions })).toContain('Or say which it is: --fact ex1:product="Exchange Server 2003"');
  });
  test.each([
    ['two words.txt', '"two words.txt"'],
    ['$(reboot).txt', 'FILE'],
    ['a;b', 'FILE'],
    ['-', ''],
  ])('an input called %s goes into a command as %s', (name, word) => {
    const line = `evdx --fact ex1:logs_touched=yes ${word}`.trim();
    expect(shown({}, { questions: [question()], sources: [source({ name })] })).toContain(`${line} (or no)`);
  });
  test('a host that a shell could obey stays out of the command', () => {
    const questions = [question({ host: 'x`reboot`' })];
    expect(shown({ host: 'x`reboot`' }, { questions })).toContain('evdx --fact NAME=yes paste.txt');
  });
  test('of another host stand apart', () => {
    expect(shown({}, { questions: [question({ host: 'ex2' })] })).toContain('\nOpen questions\n? Were logs moved?\n');
  });
});

describe('evidence', () => {
  test('of an only source names the line alone', () => {
    expect(shown({ evidence: [evidence()], evidenceTotal: 1 })).toContain('MSExchangeIS 9607 · line 29\n');
  });
  test('names the long folder of all sources once, in the head', () => {
    const placed = (...names: readonly string[]): string =>
      shown({}, { sources: names.map((name) => source({ name })) });
    const folder = '/srv/cases/2006-03-14-exchange/';
    const five = ['a/System.evtx', 'ab.txt', 'c.txt', 'd.txt', 'e.txt'].map((name) => `${folder}${name}`);
    expect(placed(...five)).toContain(`5 clipboard in ${folder} · no times in it`);
    expect(placed(...five)).toContain('From a/System.evtx:');
    // The name of standard input is no path, and a short folder is not worth it.
    expect(placed(`${folder}a.txt`, '-')).toContain(`${folder}a.txt`);
    expect(placed('logs/a.txt', 'logs/b.txt')).toContain('From logs/a.txt:');
  });
  test('of one source names it once, of several at each event', () => {
    const sources = [source({ name: 'a.txt' }), source({ name: 'b.txt' })];
    const at = (one: number, position: number) => evidence({ at: { source: one, position, recordId: null } });
    const same = shown({ evidence: [at(1, 3), at(1, 4)] }, { sources });
    expect(same).toContain('From b.txt:');
    expect(same.match(/· line \d/g)).toEqual(['· line 3', '· line 4']);
    const both = shown({ evidence: [at(0, 3), at(1, 4)] }, { sources });
    expect(both).not.toContain('From ');
    expect(both.match(/[ab]\.txt line [34]/g)).toEqual(['a.txt line 3', 'b.txt line 4']);
  });
  test('of a binary log without record numbers names the offset', () => {
    const sources = [source({ name: 'a.evtx', format: 'evtx' }), source({ name: 'b' })];
    expect(shown({ evidence: [evidence()] }, { sources })).toContain('a.evtx offset 29\n');
  });
  test('leaves out the sentence that ends every text, and a text that is nothing else', () => {
    const help = 'For more information, see Help and Support Center at http://support.microsoft.com.';
    const text = `Error code 0x50d. ${help} [data: x]`;
    expect(shown({ evidence: [evidence({ text }), evidence({ text: help })] })).toContain(
      '  Error code 0x50d. [data: x]\n           2006-03-02 01:00:01  MSExchangeIS 9607 · line 29\n',
    );
  });
  describe('that repeats', () => {
    const at = (second: number, over: Partial<ReportEvidence> = {}) =>
      evidence({
        time: `2006-03-02T01:00:0${second}.000Z`,
        at: { source: 0, position: second, recordId: 10 + second },
        ...over,
      });
    const eventLines = (...events: readonly ReportEvidence[]) =>
      shown({ evidence: events, resolution: [] }).match(/\d\d:\d\d:\d\d {2}MSExchangeIS.*/g);

    test('is shown once from three events in a row on, with its first and last time and record', () => {
      expect(eventLines(at(3), at(1), at(2))).toEqual([
        '01:00:01  MSExchangeIS 9607 · 3 times until 2006-03-02 01:00:03 · records 11…13',
      ]);
      expect(eventLines(at(1), at(2))).toEqual([
        '01:00:01  MSExchangeIS 9607 · record 11',
        '01:00:02  MSExchangeIS 9607 · record 12',
      ]);
    });
    test('in one second names that second once', () => {
      const places = [11, 12, 13].map((recordId) => at(1, { at: { source: 0, position: recordId, recordId } }));
      expect(eventLines(...places)).toEqual(['01:00:01  MSExchangeIS 9607 · 3 times · records 11…13']);
    });
    test('around another event, or with another text, stays apart', () => {
      expect(eventLines(at(1), at(2), at(3, { eventId: 9614 }), at(4), at(5), at(6, { text: 'x' }))).toHaveLength(6);
    });
  });
  test('of another host names it', () => {
    expect(shown({ host: null, evidence: [evidence()] })).toContain('MSExchangeIS 9607 · ex1 · line 29');
  });
});

test('what explains a finding is named by its number', () => {
  const findings = [finding({ title: 'The disk fails' }), finding({ explainedBy: 0 })];
  expect(plainText(outlineReport(report({ findings }), 'UTC'))).toContain(
    'Why        Follows from finding 1: The disk fails. Fix that one first.',
  );
});

test('the other values of the key stand beside the host', () => {
  expect(shown({ key: { host: 'ex1', device: 'dr1', path: null } })).toContain('ex1 · device dr1 · 2 times');
});

test('the same steps stand once, below the first finding of a rule', () => {
  const moved = finding({
    resolution: finding().resolution.map((one) => ({
      ...one,
      steps: one.steps.map((step) => ({ ...step, do: 'Do another thing' })),
    })),
  });
  const findings = [finding(), moved, finding(), finding({ ruleId: 'a/b' })];
  const lines = plainText(outlineReport(report({ findings }), 'UTC')).split('\n');
  expect(lines.filter((line) => line.startsWith('Do '))).toEqual([
    'Do         1. If “An earlier snapshot backup is still running”:',
    'Do         1. If “An earlier snapshot backup is still running”:',
    'Do         The same steps as for finding 1.',
    'Do         1. If “An earlier snapshot backup is still running”:',
  ]);
});

const stepsOf = (service: string, words: string): Finding =>
  finding({
    key: { host: 'ex1', service },
    resolution: finding().resolution.map((one) => ({
      ...one,
      steps: one.steps.map((step) => ({ ...step, do: `Start ${service}${words}` })),
    })),
  });
const doneIn = (...findings: readonly Finding[]): readonly string[] =>
  plainText(outlineReport(report({ findings }), 'UTC'))
    .split('\n')
    .filter((line) => line.startsWith('Do '));

test('steps that differ in a value of the key alone are not said again', () => {
  expect(doneIn(stepsOf('dns', ' now'), stepsOf('ntds', ' now'), stepsOf('ntds', ' later'))).toEqual([
    'Do         1. If “An earlier snapshot backup is still running”:',
    'Do         The same steps as for finding 1, with service ntds.',
    'Do         1. If “An earlier snapshot backup is still running”:',
  ]);
});

test('a value of the key inside another word is none', () => {
  expect(doneIn(stepsOf('a', ' and all'), stepsOf('e', ' end ell'))).toEqual([
    'Do         1. If “An earlier snapshot backup is still running”:',
    'Do         1. If “An earlier snapshot backup is still running”:',
  ]);
});

test('what would make it surer, and the references of a rule, stand once', () => {
  const lines = plainText(
    outlineReport(report({ findings: [finding(), finding(), finding({ ruleId: 'a/b' })] }), 'UTC'),
  );
  expect(lines.match(/^More /gm)).toHaveLength(2);
  expect(lines.match(/^Surer if /gm)).toHaveLength(2);
});
