import type { EventRecord } from '../../../src/core/model/event.ts';
import { ntDescription, vistaDescription } from '../../../src/core/report/writers/descriptions.ts';
import { auditOf, csvLine, germanTime, lines, oldWordOf, usTime, type WriteLog, wordOf } from './cells.ts';

const usual = (event: EventRecord, level: string): readonly (string | number | null)[] => [
  ...[level, usTime(event).join(' '), event.provider, event.eventId, event.category ?? 'None'],
];

/** "Save All Events As" with the columns of a new view. */
export const viewerPlain: WriteLog = (events) =>
  lines([
    'Level,Date and Time,Source,Event ID,Task Category',
    ...events.map((event) => csvLine([...usual(event, wordOf(event)), vistaDescription(event)])),
  ]);

/** The log Security begins with the result of the audit. */
export const viewerSecurity: WriteLog = (events) =>
  lines([
    'Keywords,Date and Time,Source,Event ID,Task Category',
    ...events.map((event) => csvLine([...usual(event, auditOf(event) ?? 'Classic'), vistaDescription(event)])),
  ]);

/** As text: tabs. */
export const viewerTab: WriteLog = (events) =>
  lines([
    'Level\tDate and Time\tSource\tEvent ID\tTask Category\tKeywords\tUser\tLog\tComputer',
    ...events.map((event) => {
      const added = [auditOf(event) ?? 'Classic', event.user ?? 'N/A', event.channel, event.host];
      return csvLine([...usual(event, wordOf(event)), ...added, vistaDescription(event)], '\t');
    }),
  ]);

const GERMAN = {
  ...{
    Information: 'Informationen',
    Error: 'Fehler',
    Warning: 'Warnung',
    Critical: 'Kritisch',
    Verbose: 'Ausführlich',
  },
};
/** A German viewer, saved again by a spreadsheet with semicolons. */
export const viewerGerman: WriteLog = (events) =>
  lines([
    'Ebene;Datum und Uhrzeit;Quelle;Ereignis-ID;Aufgabenkategorie',
    ...events.map((event) => {
      const level = GERMAN[wordOf(event) as keyof typeof GERMAN];
      const time = germanTime(event).join(' ');
      return csvLine(
        [level, time, event.provider, event.eventId, event.category ?? 'Keine', vistaDescription(event)],
        ';',
      );
    }),
  ]);

/** "Save Log File As" of 2000 and 2003: no header, the description on one line. */
export const viewer2003 =
  (delimiter: string): WriteLog =>
  (events) =>
    lines(
      events.map((event) => {
        const [date, time] = usTime(event);
        const { provider, category, eventId, user, host } = event;
        const text = ntDescription(event).replaceAll(/\s*\n\s*/g, ' ');
        return csvLine(
          [date, time, provider, oldWordOf(event), category ?? 'None', eventId, user ?? 'N/A', host, text],
          delimiter,
        );
      }),
    );
