import { type Companion, Telling } from './companion.ts';

const START = /^\s*Backup Status\s*$/;
const NEXT = /^\s*Operation: (?:Backup|Verify After Backup|Restore)\b/;
const PARTS =
  /^\s*(?:Backup Status|Operation:|Active backup destination|Media name|Backup (?:\(via|set|description|Type|started|completed|of)|WARNING:|Warning:|Error|Reverting to|The '.*' returned|Directories:|Files:|Bytes:|Time:|Verify|Restore|The operation|Folders:|Different:|Could not access|-{10,}|\*|Portions|Note:|Completion|Exchange|This could|Volume shadow copy creation)/i;

/** NTBackup's own report (Windows 2000 to 2003). */
export const ntbackup: Companion = {
  tool: 'ntbackup',
  needs: { holds: ['Backup'] },
  begins: (lines) =>
    (START.test(lines(0) ?? '') && [1, 2].some((ahead) => NEXT.test(lines(ahead) ?? ''))) ||
    /returned 'Backup is already active\.? ?' from a call to 'HrESE/.test(lines(0) ?? ''),
  continues: (line) => PARTS.test(line),
  read(lines) {
    const telling = new Telling('ntbackup');
    for (const line of lines) {
      const { text } = line;
      const refusal = /The '(.{1,100})' returned '(.{1,300}?)\s*' from a call to '(\w{1,60})\(/.exec(text);
      const shadow = /creating the volume shadow copy:\s*(?:0x)?([0-9a-f]{8})\b/i.exec(text)?.[1];
      const isBroken = /data is corrupt or incomplete|cannot be read/i.test(text);
      if (refusal !== null) {
        const [, component, message, call] = refusal;
        telling.observe('error', { component, message, call }, [line]);
        if (/backup is already active/i.test(message ?? '')) telling.fact('ntbackup.alreadyActive', true, line);
      } else if (shadow !== undefined) telling.observe('error', { code: `0x${shadow.toLowerCase()}` }, [line]);
      else if (isBroken) telling.observe('warning', { message: text.trim() }, [line]);
      else if (/^\s*Error:/i.test(text)) telling.observe('error', { message: text.trim() }, [line]);
      const type = /^\s*Backup Type:\s*(\w+)/i.exec(text)?.[1];
      if (type !== undefined) telling.fact('ntbackup.type', type, line);
      if (/^\s*Backup \(via shadow copy\)/i.test(text)) telling.fact('ntbackup.shadowCopy', true, line);
    }
    return telling;
  },
};
