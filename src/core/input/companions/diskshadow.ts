import { type Companion, Telling } from './companion.ts';

const BANNER = /^\s*Microsoft DiskShadow version \d/;
const PARTS =
  /^\s*(?:Copyright|On computer:|->|Alias |Querying|\*|-|\+|Number of shadow|Excluding|Including|COM call|The last operation|DISKSHADOW|WRITER|Listing|The .{1,80} (?:writer|component)|Note|Error|[A-Z]:\\|No )/i;

/** Diskshadow, interactive or with a script. */
export const diskshadow: Companion = {
  tool: 'diskshadow',
  needs: { holds: ['Microsoft DiskShadow version'] },
  begins: (lines) => BANNER.test(lines(0) ?? ''),
  continues: (line) => PARTS.test(line) || BANNER.test(line),
  read(lines) {
    const telling = new Telling('diskshadow');
    let shadows = 0;
    for (const line of lines) {
      const { text } = line;
      const computer = /^\s*On computer:\s*([\w.-]{1,80})/.exec(text)?.[1];
      if (computer !== undefined) telling.host ??= computer.toLowerCase();
      if (/^\s*\* Shadow copy ID = \{/i.test(text)) shadows += 1;
      const excluded = /^\s*\*? ?Excluding writer "(.{1,120}?)", because (.{1,160})$/i.exec(text);
      if (excluded !== null) telling.observe('information', { writer: excluded[1], excluded: excluded[2] }, [line]);
      const call = /COM call "(.{1,160}?)" failed/i.exec(text);
      const code = /0x[0-9a-f]{8}/i.exec(text)?.[0];
      if (call !== null) telling.observe('error', { call: call[1], code }, [line]);
      else if (code !== undefined && /fail|error/i.test(text)) telling.observe('error', { code }, [line]);
    }
    telling.count('shadows', shadows, lines);
    return telling;
  },
};
