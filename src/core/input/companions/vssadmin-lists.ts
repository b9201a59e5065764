import { type Companion, Telling } from './companion.ts';

const BANNER = /^\s*vssadmin 1\.\d\b/;
const COMMAND = /^(?:PS )?[A-Z]:\\[^>]*>\s*vssadmin\b/i;
const PARTS: readonly RegExp[] = [
  /^\s*\(C\) Copyright/i,
  /^\s*Contents of shadow copy set ID:/i,
  /^\s*Contained \d+ shadow cop/i,
  /^\s*(?:Shadow Copy ID|Shadow Copy Volume|Original Volume|Originating Machine|Service Machine|Provider|Type|Attributes):/i,
  /^\s*Provider (?:name|type|Id):/i,
  /^\s*Version: \d/,
  /^\s*(?:For volume|Shadow Copy Storage volume):/i,
  /^\s*(?:Used|Allocated|Maximum) Shadow Copy Storage space:/i,
  /^\s*Shadow Copy Storage association/i,
  /^\s*No items found/i,
  /^\s*Waiting for responses/i,
  /^\s*These may be delayed/i,
  /^\s*(?:Error|Fehler|Ошибка): /i,
];
/** Microsoft's own software provider, which every Windows has. */
const SYSTEM_PROVIDER = 'b5946137-7b9f-4925-af80-51abd60b20d5';

/** The banner of vssadmin, and what its other lists show: shadows, providers, storage, and why it failed. */
export const vssadminLists: Companion = {
  tool: 'vssadmin',
  needs: { first: /[a-z]/i },
  begins: (lines) =>
    BANNER.test(lines(0) ?? '') ||
    (COMMAND.test(lines(0) ?? '') && [1, 2, 3].some((ahead) => BANNER.test(lines(ahead) ?? ''))) ||
    /^\s*Contents of shadow copy set ID: \{/i.test(lines(0) ?? '') ||
    (/^\s*Provider name: '/i.test(lines(0) ?? '') && /^\s*Provider type:/i.test(lines(1) ?? '')),
  continues: (line) => PARTS.some((part) => part.test(line)),
  read(lines) {
    const telling = new Telling('vssadmin');
    let provider = '';
    let [shadows, others] = [0, 0];
    for (const line of lines) {
      const { text } = line;
      if (/^\s*Shadow Copy ID: \{/i.test(text)) shadows += 1;
      provider = /^\s*Provider name: '(.{1,100})'/i.exec(text)?.[1] ?? provider;
      const id = /^\s*Provider Id: \{([0-9a-f-]{36})\}/i.exec(text)?.[1]?.toLowerCase();
      if (id !== undefined && id !== SYSTEM_PROVIDER) {
        others += 1;
        telling.observe('information', { provider, providerId: id }, [line]);
      }
      const machine = /^\s*(?:Originating|Service) Machine:\s*(\S+)/i.exec(text)?.[1];
      if (machine !== undefined) telling.host ??= machine.toLowerCase();
      const failure = /^\s*(?:Error|Fehler|Ошибка): (.{3,300})$/i.exec(text)?.[1];
      if (failure !== undefined) telling.observe('error', { error: failure.trim() }, [line]);
      const space = /^\s*(Used|Allocated|Maximum) Shadow Copy Storage space:\s*(.{1,60})$/i.exec(text);
      if (space !== null) telling.fact(`shadowstorage.${space[1]?.toLowerCase()}`, (space[2] ?? '').trim(), line);
    }
    telling.count('shadows', shadows, lines);
    telling.count('vss.otherProviders', others, lines);
    return telling;
  },
};
