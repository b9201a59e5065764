import { completeProvider } from '../../../knowledge/words/providers.ts';
import type { Level } from '../../../model/event.ts';
import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings } from '../../../model/parser.ts';
import { NO_FINDINGS } from '../../../model/parser.ts';
import { deliver } from '../../deliver.ts';
import { FreeTextCollector } from '../../free-text.ts';
import { parserByLines, type ReadsLines } from '../../lines/by-lines.ts';
import { listedTexts } from '../../table/listed.ts';
import { rawEventOf, timeText } from '../../table/raw-event.ts';
import { TableTimes } from '../../table/times.ts';
import { levelOfWord, type Values } from '../../table/values.ts';
import { columnsOf, type DashedColumn, isDashes, wmicColumns } from './columns.ts';
import { hasNoYear, rowValues } from './rows.ts';

const PROVIDER = /^\s*ProviderName: (\S.*)$/;
/** `Listing the events in 'application' log of host 'X'` of eventquery.vbs. */
const LISTING = /'([^']+)' log of host '([^']+)'/i;
const CUT = /(?:\.\.\.|…)$/;
/** Of eventquery.vbs, which cuts what is longer without a mark. */
const SOURCE_WIDTH = 17;
/** Below the heading of a log. */
const RULE = /^-{20,}\s*$/;
const MAX_MESSAGE = 1 << 18;

interface OpenRow {
  readonly values: Values;
  readonly line: number;
  message: string;
}

export const isProviderLine = (line: string): boolean => line.includes('ProviderName: ') && PROVIDER.test(line);
export const isListingLine = (line: string): boolean => line.includes("' log of host '") && LISTING.test(line);

/** Reads tables that are aligned below dashes: of PowerShell, by provider or not, and of eventquery.vbs. Long values are cut there. */
export const createConsoleTableParser: CreateTextParser = parserByLines((context) => new ConsoleTables(context));

class ConsoleTables implements ReadsLines {
  readonly #context: ParserContext;
  readonly #freeText = new FreeTextCollector();
  readonly #times = new TableTimes(null, false);
  #columns: readonly DashedColumn[] | null = null;
  #provider: string | null = null;
  #log: { channel: string; host: string } | null = null;
  /** The line before, which may hold the names. */
  #before: { readonly text: string; readonly line: number } | null = null;
  #open: OpenRow | null = null;
  #records = 0;
  #hasToldYear = false;

  constructor(context: ParserContext) {
    this.#context = context;
  }

  end(batch: ParsedBatch): void {
    this.#closeRow(batch);
    this.#dropBefore();
  }

  findings(): ParserFindings {
    return { ...NO_FINDINGS, timeBasis: 'local', freeText: this.#freeText.found, records: this.#records };
  }

  take(line: string, number: number, batch: ParsedBatch): void {
    const [, provider] = PROVIDER.exec(line) ?? [];
    const [, channel, host] = LISTING.exec(line) ?? [];
    const names = wmicColumns(line);
    if (names !== null) {
      this.#closeRow(batch);
      this.#columns = names;
    } else if (provider !== undefined) {
      this.#closeRow(batch);
      [this.#provider, this.#columns] = [provider.trim(), null];
    } else if (channel !== undefined && host !== undefined) {
      this.#closeRow(batch);
      this.#log = { channel, host };
    } else if (isDashes(line) && this.#before !== null) {
      this.#columns = columnsOf(this.#before.text, line) ?? this.#columns;
      this.#before = null;
    } else if (line.trim() === '' || RULE.test(line)) this.#closeRow(batch);
    else if (this.#columns === null || !this.#readRow(line, number, this.#columns, batch)) {
      this.#dropBefore();
      this.#before = { text: line, line: number };
    }
  }

  /** Words that headed nothing. */
  #dropBefore(): void {
    if (this.#before !== null) this.#freeText.add(this.#before.text, this.#before.line);
    this.#before = null;
  }

  /** @returns false when the line is no row and not more of one */
  #readRow(line: string, number: number, columns: readonly DashedColumn[], batch: ParsedBatch): boolean {
    const values = rowValues(line, columns, this.#times);
    if (values !== null) {
      this.#closeRow(batch);
      this.#open = { values, line: number, message: values.get('message')?.[0] ?? '' };
      return true;
    }
    const open = this.#open;
    const start = columns.find(({ column }) => column === 'message')?.start;
    if (open === null || start === undefined || line.slice(0, start).trim() !== '') return false;
    if (open.message.length < MAX_MESSAGE) open.message += `\n${line.slice(start)}`;
    return true;
  }

  #closeRow(batch: ParsedBatch): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    const provider = open.values.get('provider') ?? (this.#provider === null ? [] : [this.#provider]);
    const isYearless = hasNoYear(open.values);
    const values: Values = new Map([
      ...open.values,
      ['message', [open.message]],
      ['strings', (open.values.get('strings') ?? []).filter((text) => !CUT.test(text))],
      ['provider', provider.flatMap((name) => wholeName(name, this.#log !== null) ?? [])],
      ...(isYearless
        ? ([
            ['dateTime', []],
            ['date', []],
            ['clock', []],
          ] as const)
        : []),
    ]);
    const { everything } = this.#context.interest;
    const row = { position: open.line, times: this.#times, language: null, everything, stringsOf, ...this.#log };
    const read = rawEventOf(values, row);
    if (read === null) return;
    this.#records += 1;
    if (isYearless && !this.#hasToldYear) {
      this.#hasToldYear = true;
      batch.problems.push({ code: 'time/no-year', position: open.line, detail: timeText(open.values) });
    }
    if (read.problem !== null) batch.problems.push(read.problem);
    const { event } = read;
    deliver({ ...event, level: event.level ?? cutLevel(open.values) }, this.#context, batch);
  }
}

/** `a|b` of LogParser, `{a, b}` of PowerShell. */
const stringsOf = (text: string): readonly string[] => listedTexts(text) ?? text.split('|');

/** Half a name would be another provider. @param isNarrow the table cuts names without a mark */
function wholeName(name: string, isNarrow: boolean): string | null {
  const stem = name.replace(CUT, '').trim();
  const isCut = stem !== name.trim() || (isNarrow && name.length >= SOURCE_WIDTH);
  return isCut ? completeProvider(stem) : name;
}

/** `SuccessA...` */
const CUT_WORDS: readonly (readonly [string, Level])[] = [
  ['Information', 'information'],
  ['Warning', 'warning'],
  ['SuccessAudit', 'audit-success'],
  ['FailureAudit', 'audit-failure'],
];
function cutLevel(values: Values): Level | null {
  const text = values.get('eventType')?.[0] ?? values.get('level')?.[0] ?? '';
  const stem = text.replace(CUT, '').trim();
  if (stem === text.trim() || stem.length < 2) return levelOfWord(text);
  return CUT_WORDS.find(([word]) => word.startsWith(stem))?.[1] ?? null;
}
