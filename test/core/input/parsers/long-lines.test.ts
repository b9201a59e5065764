import { beforeAll, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { leastCostMs } from '../../../support/cost.ts';
import { parseText } from '../../../support/parse-text.ts';

beforeAll(() => prepareMixture());

const FILLERS = [' ', '=', '"', '_', ',', '0 ', 'a=', '\\n', ': ', '>', '|', 'EventID=1 '];
const LINES = [
  (filler: string) => `EventID=7 Source=disk x=${filler}y`,
  (filler: string) => `LogName=System EventCode=7 Message=${filler}y`,
  (filler: string) => `MSWinEventLog 1 System 1 Tue Jan 16 05:52:15 2007 7 disk${filler}N/A N/A Error H ${filler}y`,
  (filler: string) => `2018 Dec 05 08:22:48 WinEvtLog: System: ERROR(7): ${filler}y`,
  (filler: string) => `<29>Nov 18 14:57:57 H Service_Control_Manager: 7036: ${filler}y`,
  (filler: string) => `_Event Description: ${filler}y_\n_Event ID: 7_\n_Source: x_`,
  (filler: string) => `An error event occurred.  EventID: 0x7\nEvent String:\n${filler}y`,
  (filler: string) => `Error: (01/14/2022 07:59:26 PM) (Source: ${filler}) (EventID: 7) (User: )`,
  (filler: string) => `Error - 11/9/2012 10:41:12 AM | Computer Name = ${filler} | Source = VSS | ID = 8194`,
];

/** What its square would cost is minutes. */
const MUCH_MS = 1500;

test('a long line costs its length', async () => {
  for (const line of LINES)
    for (const filler of FILLERS) {
      const text = `${line(filler.repeat(60_000 / filler.length))}\n`;
      const ms = await leastCostMs(() => parseText(createMixtureParser, text), MUCH_MS);
      expect({ line: line(filler), isSlow: ms >= MUCH_MS }).toEqual({ line: line(filler), isSlow: false });
    }
});
