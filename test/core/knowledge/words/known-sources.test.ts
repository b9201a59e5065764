import { expect, test } from 'vitest';
import { builtinSources } from '../../../../src/core/knowledge/builtin/sources.ts';
import { isKnownSource, isTellingName } from '../../../../src/core/knowledge/words/known-sources.ts';

test('knows every source that a rule names', () => {
  const classes = builtinSources.flatMap(({ head }) => head.classes);
  const named = classes.flatMap(({ identities }) => identities.flatMap(({ providers }) => providers ?? []));
  const ofWindows = named.filter((name) => !name.startsWith('tool:'));
  const unknown = ofWindows.filter((name) => !isKnownSource(name) && !isKnownSource(`Microsoft-Windows-${name}`));
  expect([...new Set(unknown)]).toEqual([]);
});

test.each(['ASP.NET 4.0.30319.0', 'ASP.NET 2.0.50727.0', 'MSSQL$SQLEXPRESS', 'SQLAgent$A', 'AD FS', 'COM+'])(
  '%s is the name of a source',
  (name) => {
    expect(isKnownSource(name)).toBe(true);
  },
);

test.each(['ASP.NET 4.8', 'ASP.NET', 'MSSQL$', 'AD FS 3.0', 'COMA'])('%s is none', (name) => {
  expect(isKnownSource(name)).toBe(false);
});

test('words of their own do not tell that a source is meant, with their publisher they do', () => {
  expect(['Windows Defender', 'AD FS', 'Microsoft-Windows-Windows Defender', 'ADSync'].map(isTellingName)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
