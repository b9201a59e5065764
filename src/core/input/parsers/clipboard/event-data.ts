/** What the Details tab shows of an event, pasted below its message: `- EventData`, then a name and its value on each line. */
export interface EventDataBelow {
  readonly message: string;
  readonly fields: ReadonlyMap<string, string>;
}

const HEADING = /(?:^|\n)[ \t>+-]{0,16}EventData[ \t]*\n/;
const ROW = /^([ \t]*)([A-Za-z][\w.]{1,79})(?:[ \t]+(\S.*))?$/;
const MAX_ROWS = 100;

/** null: the message has no such part. A line that is neither indented nor next to a row is text again. */
export function eventDataBelow(message: string): EventDataBelow | null {
  const heading = HEADING.exec(message);
  if (heading === null) return null;
  const fields = new Map<string, string>();
  const lines = message.slice(heading.index + heading[0].length).split('\n');
  let [read, isApart] = [0, false];
  for (const line of lines) {
    const [, indent = '', name = '', value = ''] = ROW.exec(line.trimEnd()) ?? [];
    if (line.trim() === '') isApart = fields.size > 0;
    else if (name === '' || (isApart && indent === '') || fields.size === MAX_ROWS) break;
    else {
      fields.set(name, value);
      isApart = false;
    }
    read += 1;
  }
  if (fields.size === 0) return null;
  const rest = lines.slice(read).join('\n').trim();
  const before = message.slice(0, heading.index).trimEnd();
  return { message: rest === '' ? before : `${before}\n\n${rest}`, fields };
}
