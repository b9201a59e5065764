import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { decode } from '../../../src/core/knowledge/codes/decode.ts';
import { fakeCalls } from '../../support/fake-calls.ts';
import { createFakeIo } from '../../support/fake-io.ts';

const run = async (...args: readonly string[]) => {
  const io = createFakeIo();
  const code = await main(['decode', ...args], io, fakeCalls({ decode: (text) => Promise.resolve(decode(text)) }));
  return { code, out: io.stdout.text, err: io.stderr.text };
};

describe('evdx decode', () => {
  test.each(['-1032', '0xfffffbf8', '4294966264', 'JET_errFileAccessDenied'])(
    '%s is one code in three notations',
    async (code) => {
      const { code: exit, out } = await run(code);
      expect(out).toMatch(/^0xfffffbf8 {2}-1032 {2}4294966264\n• JET_errFileAccessDenied · JET · /);
      expect(exit).toBe(0);
    },
  );
  test.each(['-1032,', '-1032.', '-1032)', '-1032:'])(
    '%s with what stood behind it in a text is the code',
    async (code) => {
      const { code: exit, out } = await run('-f', 'json', code);
      expect([exit, JSON.parse(out)[0].name]).toEqual([0, 'JET_errFileAccessDenied']);
    },
  );
  test('a word that only looks like it is not known, and an option nobody knows is refused', async () => {
    expect(await run('-0x408')).toMatchObject({ code: 3, err: 'evdx: -0x408: not known.\n' });
    expect((await run('--1032')).code).toBe(2);
  });
  test('codes that mean the same stand once', async () => {
    const { out } = await run('-1032', '0xfffffbf8');
    expect(out.match(/JET_errFileAccessDenied/g)).toHaveLength(1);
  });
  test('what is not known is said, the rest decoded, and the exit code is 3', async () => {
    const { code, out, err } = await run('-1032', 'nonsense');
    expect([code, err]).toEqual([3, 'evdx: nonsense: not known.\n']);
    expect(out).toContain('JET_errFileAccessDenied');
  });
  test.each(['', ' '])('an empty text is named as such: "%s"', async (text) => {
    const { code, err } = await run(text);
    expect([code, err]).toEqual([3, 'evdx: An empty text holds no code.\n']);
  });
  test('the rules that know a code stand under it, the first of many', async () => {
    expect((await run('0x50d')).out).toContain('A rule that knows it: exchange/backup-never-closed\n');
    const many = (await run('0x80070005')).out.replace(/\s+/g, ' ');
    expect(many).toMatch(/Rules that know it: (?:[\w/-]+, ){4}[\w/-]+ and \d+ more \(-f json lists them\)/);
    expect((await run('JET_errTooManyInstances')).out).not.toContain('knows it');
  });
  test('as JSON it is the readings', async () => {
    expect(JSON.parse((await run('-f', 'json', '-1032')).out)).toEqual(decode('-1032'));
    expect(JSON.parse((await run('-f', 'json', 'nonsense')).out)).toEqual([]);
  });
});
