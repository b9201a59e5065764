import type { Producer } from '../producer.ts';

const LISTED = /^\{(.*)\}$/s;

/** `Export-Csv` of `Get-WinEvent`, and of `Get-EventLog`: local times, names in English everywhere. */
export const powershell: Producer = {
  name: 'PowerShell',
  isUtc: false,
  isOwn: (names) =>
    names.has('leveldisplayname') || names.has('entrytype') || (names.has('timecreated') && names.has('providername')),
  stringsOf: (text) => LISTED.exec(text)?.[1]?.split(', ') ?? [text],
};
