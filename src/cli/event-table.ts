import type { EventRecord, Level } from '../core/model/event.ts';
import { formatIsoTime } from '../core/model/iso-time.ts';
import type { FormatTime } from '../core/report/display-time.ts';
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

/** The first label says enough on a screen; an address has none. */
const shortHost = (host: string): string => (/^[\d.:]+$/.test(host) ? host : host.replace(/\..*$/s, ''));

/** One or two lines an event: it streams, whatever the size of the log. */
export function createEventTable(screen: Screen, formatTime: FormatTime): EventWriter {
  const paint = screen.colour ? colourPaint : plainPaint;
  const clean = (text: string) => terminalText(text, screen.unicode);
  const write = (event: EventRecord): string => {
    const time = event.timeMs === null ? null : formatIsoTime({ timeMs: event.timeMs, ticks: event.ticks });
    const { word, tone } = event.level === null ? { word: '', tone: 'plain' as const } : levelWords[event.level];
    const host = event.host === null ? null : shortHost(event.host);
    const named = [host, event.provider, event.eventId].filter((part) => part !== null).join(' ');
    const name = clippedToWidth(clean(shortened(named, screen.width)), screen.width - TIME_CELLS - LEVEL_CELLS - 4);
    const begin = `${padded(clean(formatTime(time, event.timeBasis)), TIME_CELLS)}  `;
    const text = clean(shortened(textOf(event), screen.width));
    const room = screen.width - textWidth(begin) - LEVEL_CELLS - textWidth(name) - 4;
    const line = `${begin}${paint(padded(word, LEVEL_CELLS), tone)}  ${paint(name, 'strong')}`;
    if (text === '') return `${line}\n`;
    if (room >= LEAST_TEXT_CELLS) return `${line}  ${clippedToWidth(text, room)}\n`;
    return `${line}\n${' '.repeat(INDENT)}${clippedToWidth(text, screen.width - INDENT)}\n`;
  };
  return { head: '', separator: '', foot: '', write };
}
