import { expect, test } from 'vitest';
import { foldWord } from '../../../../src/core/knowledge/words/fold.ts';
import { SYSTEM_MESSAGES } from '../../../../src/core/knowledge/words/system-messages.ts';
import { toldReason } from '../../../../src/core/knowledge/words/told-reason.ts';

const SCM = 'Service Control Manager';
const event = (provider: string | null, eventId: number | null, message: string | null) =>
  toldReason({ provider, providerAlias: null, eventId, message });
const told = (...message: readonly string[]) => event(SCM, 7000, message.join('\r\n'));

test.each([
  [
    'on a line of its own',
    1053,
    [
      'The A service failed to start due to the following error: ',
      'The service did not respond to the start or control request in a timely fashion.',
    ],
  ],
  ['behind the colon', 5, ['The A service failed to start due to the following error: Access is denied.']],
  [
    'where somebody left the colon out',
    5,
    ['The A service failed to start due to the following error Access is denied'],
  ],
  [
    'broken by a mail',
    2,
    ['The A service failed to start due to the following error: The system', 'cannot find the file', 'specified.'],
  ],
  [
    'without a full stop',
    5,
    ['Der Dienst "A" wurde aufgrund folgenden Fehlers nicht gestartet:', 'Zugriff verweigert', 'Weiteres'],
  ],
  [
    'with the apostrophe of a typewriter',
    1067,
    ["Le service A n'a pas pu démarrer :", "Le processus s'est arrêté inopinément."],
  ],
  [
    'with the place of the name of the file',
    193,
    ['The A service failed to start due to the following error: ', '%1 is not a valid Win32 application.'],
  ],
  [
    'before an explanation',
    577,
    ['由于下列错误，A 服务启动失败:', 'Windows 无法验证此文件的数字签名。某软件或硬件最近有所更改。'],
  ],
  ['in a wording of Windows 2003', 1326, ['x:', 'Logon failure: unknown user name or bad password.']],
  ['as a Chinese console spaces it', 1326, ['x:', '登录失败：未知的用户名或错误密码。']],
] as const)('a reason %s', (_, code, message) => {
  expect(told(...message)).toBe(code);
});

test.each([
  [
    'a sentence that only begins so',
    'The A service failed to start due to the following error: The service did not start due to a logon failure that nobody knows.',
  ],
  ['the end of another word', 'The A service failed: remote access is denied.'],
  ['a number', 'The A service failed to start due to the following error: %%1053'],
  ['no reason', 'The A service failed to start due to the following error: '],
])('%s is none', (_, message) => {
  expect(told(message)).toBeNull();
});

test('only events that end with a reason of Windows tell one', () => {
  const reason = 'x: Access is denied.';
  expect([
    event(SCM, 7000, reason),
    event('Microsoft-Windows-Service-Control-Manager', 7023, reason),
    event('NETLOGON', 5805, reason),
    event('DCOM', 10005, 'DCOM got error "Access is denied." attempting to start the service A'),
  ]).toEqual([5, 5, 5, 5]);
  expect([
    event(SCM, 7036, reason),
    event(SCM, 7045, reason),
    event('MSExchangeIS', 7000, reason),
    event(null, 7000, reason),
    event(SCM, null, reason),
    event(SCM, 7000, null),
  ]).toEqual([null, null, null, null, null, null]);
});

const SENTENCES = Object.entries(SYSTEM_MESSAGES).flatMap(([language, sentences]) =>
  Object.entries(sentences).flatMap(([code, variants]) =>
    variants.split(' | ').map((sentence) => [language, Number(code), sentence] as const),
  ),
);
test('each sentence of the table tells its own code', () => {
  expect(SENTENCES.filter(([, code, sentence]) => told('x:', sentence, '', 'More of it') !== code)).toEqual([]);
});
test('no sentence stands under two codes', () => {
  const codesBySentence = new Map<string, Set<number>>();
  for (const [, code, sentence] of SENTENCES) {
    const folded = foldWord(sentence);
    codesBySentence.set(folded, (codesBySentence.get(folded) ?? new Set()).add(code));
  }
  expect([...codesBySentence].filter(([, codes]) => codes.size > 1)).toEqual([]);
});
