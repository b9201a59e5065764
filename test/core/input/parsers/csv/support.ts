import { createCsvParser } from '../../../../../src/core/input/parsers/csv/parser.ts';
import type { Interest } from '../../../../../src/core/model/interest.ts';
import { type Parsed, parseText } from '../../../../support/parse-text.ts';

export const readCsv = (text: string, options: { size?: number; interest?: Interest } = {}): Parsed =>
  parseText(createCsvParser, text, options);

/** A local time of `2016-10-07 18:38:24`. */
export const AT = { kind: 'local', timeOfDayMs: ((18 * 60 + 38) * 60 + 24) * 1000 };

export const HEADER = 'Level,Date and Time,Source,Event ID,Task Category';
/** Rows as the viewer saves them. */
export const ROWS = [
  'Information,10/7/2016 6:38:24 PM,Service Control Manager,7036,None,The service entered the running state.',
  'Error,10/7/2016 6:38:23 PM,VSS,8193,None,"Volume Shadow Copy Service error: Unexpected error calling ""CoCreateInstance"".  hr = 0x80040154.\n\nOperation:\n   Gathering Writer Data"',
  'Warning,10/7/2016 6:30:00 PM,disk,51,None,"An error was detected on device \\Device\\Harddisk0\\DR0, during a paging operation."',
  'Information,10/6/2016 1:00:00 AM,EventLog,6013,None,',
];
