import { listedTexts } from '../../../table/listed.ts';
import type { Producer } from '../producer.ts';

/** `Export-Csv` of `Get-WinEvent`, and of `Get-EventLog`: local times, names in English everywhere. */
export const powershell: Producer = {
  name: 'PowerShell',
  isUtc: false,
  isOwn: (names) =>
    names.has('leveldisplayname') || names.has('entrytype') || (names.has('timecreated') && names.has('providername')),
  stringsOf: (text) => listedTexts(text) ?? [text],
};
