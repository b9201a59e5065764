import type { EventRecord, Level } from '../core/model/event.ts';
import type { FormatTime } from '../core/report/display-time.ts';
import { isoOf } from '../core/report/iso-or-null.ts';
import type { Tone } from '../core/report/outline/document.ts';
import { shortened } from '../core/report/outline/words.ts';
import type { EventWriter } from '../core/report/writers/writer.ts';
import { clippedToWidth, padded, textWidth } from './terminal/display-width.ts';
import { colourPaint, plainPaint } from './terminal/paint.ts';
import type { Screen } from './terminal/render.ts';
import { terminalText } from './terminal-text.ts';

const levelWords: Readonly<Record<Level, { readonly word: string; readonly tone: Tone }>> = {
  critical: { word: 'critical', tone: 'critical' },
  error: { word: 'error', tone: 'bad' },
  warning: { word: 'warning', tone: 'warn' },
  information: { word: 'info', tone: 'quiet' },
  verbose: { word: 'verbose', tone: 'quiet' },
  'audit-success': { word: 'success', tone: 'quiet' },
  'audit-failure': { word: 'failure', tone: 'warn' },
};
const LEVEL_CELLS = 8;
const TIME_CELLS = 23;
const INDENT = 4;
/** Less room than this, and the text stands on a line of its own. */
const LEAST_TEXT_CELLS = 32;

const textOf = ({ message, strings, fields }: EventRecord): string =>
  message ?? [...(strings.length > 0 ? strings : fields.values())].filter((value) => value !== '').join(' | ');

/** The beginning of a text that fits, with a sign where it was cut. */
function fitted(text: string, cells: number, ellipsis: string): string {
  if (textWidth(text) <= cells) return text;
  const room = Math.max(0, cells - textWidth(ellipsis));
  return `${clippedToWidth(text, room).trimEnd()}${ellipsis}`;
}

/** The first label says enough on a screen; an address has none. */
const shortHost = (host: string): string => (/^[\d.:]+$/.test(host) ? host : host.replace(/\..*$/s, ''));

/** Most sources begin alike, which says nothing where the room is short. */
const PREFIX = 'Microsoft-Windows-';

/** `ex1 Disk 7`: half an id would be another one, so it is the source that is cut. */
function nameOf({ host, provider, eventId }: EventRecord, cells: number, clean: (text: string) => string): string {
  const id = eventId === null ? '' : `${eventId}`;
  const join = (source: string | null): string =>
    [host === null ? null : shortHost(host), source].filter((part) => part !== null).join(' ');
  const room = cells - (id === '' ? 0 : id.length + 1);
  const whole = clean(shortened(join(provider), cells * 2));
  const isLong = textWidth(whole) > room && provider?.startsWith(PREFIX) === true;
  const source = isLong ? clean(shortened(join(`…${provider.slice(PREFIX.length)}`), cells * 2)) : whole;
  return [fitted(source, room, clean('…')), id].filter((part) => part !== '').join(' ');
}

/** One or two lines an event: it streams, whatever the size of the log. */
export function createEventTable(screen: Screen, formatTime: FormatTime): EventWriter {
  const paint = screen.colour ? colourPaint : plainPaint;
  const clean = (text: string) => terminalText(text, screen.unicode);
  const ellipsis = clean('…');
  const write = (event: EventRecord): string => {
    const { word, tone } = event.level === null ? { word: '', tone: 'plain' as const } : levelWords[event.level];
    const begin = `${padded(clean(formatTime(isoOf(event), event.timeBasis)), TIME_CELLS)}  `;
    const name = nameOf(event, screen.width - textWidth(begin) - LEVEL_CELLS - 2, clean);
    const text = clean(shortened(textOf(event), screen.width * 2));
    const room = screen.width - textWidth(begin) - LEVEL_CELLS - textWidth(name) - 4;
    const line = `${begin}${paint(padded(word, LEVEL_CELLS), tone)}  ${paint(name, 'strong')}`;
    if (text === '') return `${line}\n`;
    if (room >= LEAST_TEXT_CELLS) return `${line}  ${fitted(text, room, ellipsis)}\n`;
    return `${line}\n${' '.repeat(INDENT)}${fitted(text, screen.width - INDENT, ellipsis)}\n`;
  };
  return { head: '', separator: '', foot: '', write };
}
