import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Calls } from '../../src/cli/calls.ts';
import { Interview } from '../../src/cli/interview.ts';
import { main } from '../../src/cli/main.ts';
import type { Question } from '../../src/core/model/report.ts';
import type { FactInput } from '../../src/core/pipeline/options.ts';
import { fakeCalls } from '../support/fake-calls.ts';
import { createFakeIo, type FakeIoOptions } from '../support/fake-io.ts';
import { finding, report } from '../support/sample-report.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-ask-'));
  writeFileSync(join(folder, 'a.txt'), 'x');
});
afterAll(() => rmSync(folder, { recursive: true }));

const question = (over: Partial<Question> = {}): Question => ({
  ruleId: 'exchange/backup-never-closed',
  fact: 'ex2003',
  ask: 'Is this Exchange Server 2003',
  host: 'ex1',
  how: null,
  decides: ['confirmed'],
  ...over,
});
const asked = async (questions: readonly Question[], ...typed: readonly string[]) => {
  const io = createFakeIo({ stdin: typed });
  const interview = new Interview(io);
  const answers = await interview.ask(report({ questions, findings: [finding()] }));
  return { answers, said: io.stderr.text, again: await interview.ask(report({ questions })) };
};
const answer = (value: string | boolean, over: Partial<FactInput> = {}): FactInput => ({
  ...{ host: 'ex1', name: 'ex2003', value, from: 'answer' as const },
  ...over,
});

describe('an interview', () => {
  test.each<[string, readonly FactInput[]]>([
    ['yes\n', [answer(true)]],
    ['Y\r\n', [answer(true)]],
    ['no\n', [answer(false)]],
    ['\n', []],
    ['skip\n', []],
    ['quit\n', []],
    ['perhaps\nn\n', [answer(false)]],
    ['', []],
  ])('takes %j', async (typed, answers) => {
    expect((await asked([question()], typed)).answers).toEqual(answers);
  });
  test('says what it is about, and how to find out', async () => {
    const { said } = await asked([question({ how: 'Help, About shows it' })], 'y\n');
    expect(said).toBe(
      [
        '',
        'ex1: New snapshot backup refused because an earlier Exchange backup was never',
        'closed',
        'Is this Exchange Server 2003?',
        'How to find out: Help, About shows it.',
        'yes, no, skip, quit: ',
      ].join('\n'),
    );
  });
  test('reads lines whatever pieces they come in', async () => {
    const other = question({ fact: 'moved', ask: 'Were files moved?' });
    const { answers } = await asked([question(), other], 'y', 'es\nn', 'o\n');
    expect(answers).toEqual([answer(true), answer(false, { name: 'moved' })]);
  });
  test('asks nothing twice, and nothing after quit', async () => {
    const other = question({ fact: 'moved', ask: 'Were files moved?' });
    const { answers, said, again } = await asked([question(), other], 'q\n');
    expect([answers, again]).toEqual([[], []]);
    expect(said).not.toContain('moved');
  });
  test('asks once what two rules ask alike', async () => {
    const { answers } = await asked([question(), question({ ruleId: 'vss/other' })], 'y\n', 'n\n');
    expect(answers).toEqual([answer(true)]);
  });
  test('keeps two questions of one name apart', async () => {
    const { answers } = await asked(
      [question(), question({ ruleId: 'vss/other', ask: 'Is it clustered?' })],
      'y\n',
      'n\n',
    );
    expect(answers).toEqual([
      answer(true, { name: 'exchange/backup-never-closed.ex2003' }),
      answer(false, { name: 'vss/other.ex2003' }),
    ]);
  });
  test('takes a value where yes says nothing', async () => {
    const { answers, said } = await asked([question({ fact: 'os', ask: 'Which Windows is it' })], 'Windows 2000 SP4\n');
    expect(answers).toEqual([answer('Windows 2000 SP4', { name: 'os' })]);
    expect(said).toContain('value, skip, quit: ');
  });
  test('obeys no escape of a host name', async () => {
    const { said } = await asked([question({ host: 'ex1\u001b[2J', ask: 'x\u001b]0;y\u0007' })], 'y\n');
    expect(said).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe('evdx --interactive', () => {
  const terminal: FakeIoOptions = { isTTY: true, stdinIsTTY: true };
  const run = async (args: readonly string[], over: FakeIoOptions = {}) => {
    const rounds: (readonly FactInput[])[] = [];
    const diagnose: Calls['diagnose'] = async (_inputs, { ask }) => {
      rounds.push((await ask?.(report({ questions: [question()] }))) ?? []);
      return report({ findings: [finding({ grade: 'confirmed' })] });
    };
    const io = createFakeIo({ cwd: folder, ...terminal, ...over });
    const code = await main(args, io, fakeCalls({ diagnose }));
    return { code, rounds, out: io.stdout.text, err: io.stderr.text };
  };
  test('asks and then prints the report', async () => {
    const { code, rounds, out } = await run(['--interactive', 'a.txt'], { stdin: ['yes\n'] });
    expect(rounds).toEqual([[answer(true)]]);
    expect(out).toContain('1 finding: 1 confirmed.');
    expect(code).toBe(1);
  });
  test.each<[string, readonly string[], FakeIoOptions, string]>([
    ['a pipe as input', ['a.txt'], { stdinIsTTY: false }, 'standard input and output must be terminals'],
    ['a pipe as output', ['a.txt'], { isTTY: false }, 'standard input and output must be terminals'],
    ['a paste', [], {}, 'name the files'],
    ['standard input', ['-'], {}, 'name the files'],
  ])('refuses %s', async (_name, inputs, over, sentence) => {
    const { code, rounds, err } = await run(['--interactive', ...inputs], over);
    expect([code, rounds]).toEqual([2, []]);
    expect(err).toContain(sentence);
  });
  test('without it nobody is asked', async () => {
    expect((await run(['a.txt'])).rounds).toEqual([[]]);
  });
});
