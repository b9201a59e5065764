import { describe, expect, test } from 'vitest';
import { previewPaneFormat } from '../../../../src/core/input/wrapped/preview-pane.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';

const PANE = `Event 41, Kernel-Power
General Details
The system has rebooted without cleanly shutting down first.
It may have lost power.
Log Name:\tSystem
Source:\tKernel-Power\tLogged:\t13/04/2024 3:04:05 PM
Event ID:\t41\tTask Category:\t(63)
Level:\tCritical\tKeywords:\t(70368744177664),(2)
User:\tSYSTEM\tComputer:\tHOST01
OpCode:\tInfo
More Information:\tEvent Log Online Help`;
const MESSAGE = 'The system has rebooted without cleanly shutting down first.\nIt may have lost power.';
const GERMAN = `Ereignis 6008, EventLog
Allgemein  Details
Das System wurde unerwartet heruntergefahren.
Protokollname:  System
Quelle:  EventLog  Protokolliert:  03.04.2024 02:50:09
Ereignis-ID:  6008  Aufgabenkategorie:  Keine
Ebene:  Fehler  Schlüsselwörter:  Klassisch
Benutzer:  Nicht zutreffend  Computer:  HOST02
Vorgangscode:
Weitere Informationen:  Onlinehilfe`;
const EVENT = {
  position: 5,
  channel: 'System',
  provider: 'Kernel-Power',
  time: { date: [13, 4, 2024], timeOfDayMs: 54_245_000 },
  eventId: 41,
  level: 'critical',
  user: 'SYSTEM',
  host: 'HOST01',
  message: MESSAGE,
};

describe('the message above the headings is the message of the event', () => {
  test.each([
    ['with tabs', PANE],
    ['with one blank, as screens are read', PANE.replaceAll('\t', ' ')],
    ['quoted', PANE.replaceAll(/^/gm, '> ')],
    ['followed by the buttons', `${PANE}\nCopy  Close\n`],
  ])('%s', async (_name, text) => {
    const { events, problems } = await readInput(text);
    expect(events).toMatchObject([EVENT]);
    expect(problems).toEqual([]);
  });

  test('in fences', async () => {
    expect((await readInput(`Look:\n\`\`\`\n${PANE}\n\`\`\`\nWhat now?`)).events).toMatchObject([
      { ...EVENT, position: 7 },
    ]);
  });

  test('without a title it is the paragraph above', async () => {
    const untitled = PANE.split('\n').slice(2).join('\n');
    expect((await readInput(`Hello,\n\n${untitled}`)).events).toMatchObject([EVENT]);
  });

  test('several, in two languages', async () => {
    const { events } = await readInput(`${GERMAN}\n\n${PANE}\nSome words.\n`);
    expect(events).toMatchObject([
      {
        position: 4,
        provider: 'EventLog',
        time: { date: [3, 4, 2024], orders: ['dmy'] },
        eventId: 6008,
        level: 'error',
        user: null,
        host: 'HOST02',
        message: 'Das System wurde unerwartet heruntergefahren.',
      },
      { ...EVENT, position: 16 },
    ]);
  });
});

test('a message below the headings stays where it is', async () => {
  const [first = ''] = PANE.split('\nOpCode');
  const { events } = await readInput(
    `We saw this on one host of many.\n\n${first.slice(first.indexOf('Log Name'))}\nDescription:\nIts own.\n`,
  );
  expect(events).toMatchObject([{ eventId: 41, message: 'Its own.' }]);
});

test.each([1, 7, 65_536])('%i characters at a time', (size) => {
  const { events } = parseText(previewPaneFormat.create, `a\n\n${PANE}\n\n${GERMAN}\nb`, { size });
  expect(events.map(({ eventId, position, message }) => [eventId, position, message])).toEqual([
    [41, 7, MESSAGE],
    [6008, 18, 'Das System wurde unerwartet heruntergefahren.'],
  ]);
});

test('cut or changed anywhere it never throws', () =>
  expectRobust(previewPaneFormat.create, `${PANE}\n\n${GERMAN}`, 60));
