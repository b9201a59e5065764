import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { type EventRecord, events } from '../../src/core/index.ts';
import { logWriters } from '../../src/core/report/writers/index.ts';
import { readSample } from './samples.ts';
import { repeat, writePieces } from './write-file.ts';

const XML = 'exports/system.evtx_dump.xml';
const XML_BYTES = 569e6;
const TEXT_BYTES = 304e6;
const PASTE_BYTES = 20_000;
const TABLE_BYTES = 300e6;
const JSON_LINES = 'exports/system.evtx_dump.jsonl';

const times = (bytes: number, piece: Uint8Array): number => Math.ceil(bytes / piece.length);

/** 569 MB of XML as evtx_dump exports it. */
export function makeBigXml(path: string): void {
  const log = readSample(XML);
  writePieces(path, repeat(log, times(XML_BYTES, log)));
}

async function sampleEvents(): Promise<readonly EventRecord[]> {
  const all: EventRecord[] = [];
  for await (const batch of events([readSample(XML)])) all.push(...batch);
  return all;
}

/** Events copied as text. */
export const makeBigText = async (path: string, bytes = TEXT_BYTES): Promise<void> =>
  writeText(path, bytes, logWriters['clipboard-vista'](await sampleEvents()));

/** As `wevtutil` prints them. */
export const makeBigWevtutil = async (path: string): Promise<void> =>
  writeText(path, TABLE_BYTES, logWriters['wevtutil-text'](await sampleEvents()));

function writeText(path: string, bytes: number, text: string): void {
  const log = Buffer.from(`${text}\r\n`);
  writePieces(path, repeat(log, times(bytes, log)));
}

/** As `evtxexport` prints them. */
export function makeBigEvtxexport(path: string): void {
  const log = readSample('exports/system.evtxexport.txt');
  writePieces(path, repeat(log, times(TABLE_BYTES, log)));
}

/** 20 KB of events copied as text. */
export async function makePaste(path: string): Promise<void> {
  const blocks = (await sampleEvents()).map((event) => logWriters['clipboard-vista']([event]));
  let text = '';
  for (const block of blocks) if (text.length < PASTE_BYTES) text += `${block}\r\n`;
  writeFileSync(path, text);
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** As the Event Viewer saves all events as CSV. */
export async function makeBigCsv(path: string, bytes = TABLE_BYTES): Promise<void> {
  const head = Buffer.from('Level,Date and Time,Source,Event ID,Task Category\r\n');
  const rows = (await sampleEvents()).map(({ level, timeMs, provider, eventId, strings }) => {
    const time = new Date(timeMs ?? 0).toISOString();
    const [year, month, day] = time.slice(0, 10).split('-').map(Number);
    const date = `${month}/${day}/${year} ${time.slice(11, 19)}`;
    const word = `${(level ?? 'information').slice(0, 1).toUpperCase()}${(level ?? 'information').slice(1)}`;
    return [word, date, provider ?? '', `${eventId}`, 'None', strings.join(' ')].map(quoted).join(',');
  });
  const body = Buffer.from(`${rows.join('\r\n')}\r\n`);
  writePieces(path, [head, ...repeat(body, times(bytes, body))]);
}

/** As evtx_dump writes JSON lines. */
export function makeBigJsonLines(path: string, bytes = TABLE_BYTES): void {
  const log = readSample(JSON_LINES);
  writePieces(path, repeat(log, times(bytes, log)));
}
