import type { EventRecord } from '../../model/event.ts';
import { jsonText } from '../json-text.ts';
import { LEVEL_WORDS } from './clipboard-fields.ts';
import { sevenDigits } from './iso-time.ts';
import { keywordsOf, levelNumber, userSid } from './system-values.ts';

/** `Get-WinEvent | ConvertTo-Json` of PowerShell 7 on a machine in UTC. Data and the names of values are not in it. */
export const writePowershellJson = (events: readonly EventRecord[]): string =>
  `[\n${events.map(toObject).join(',\n')}\n]\n`;

function toObject(event: EventRecord): string {
  const { system, category } = event;
  const user = userSid(event);
  const time = sevenDigits(event);
  const isAudit = levelNumber(event) === 0;
  const rest = jsonText({
    Message: event.message,
    Id: event.eventId,
    Version: system?.version ?? null,
    Qualifiers: event.qualifiers,
    Level: levelNumber(event),
    Task: system?.task ?? null,
    Opcode: system?.opcode ?? null,
    RecordId: event.recordId,
    ProviderName: event.provider,
    ProviderId: system?.providerGuid ?? null,
    LogName: event.channel,
    ProcessId: system?.processId ?? null,
    ThreadId: system?.threadId ?? null,
    MachineName: event.host,
    UserId: user === null ? null : { BinaryLength: 12, AccountDomainSid: null, Value: user },
    TimeCreated: time === null ? null : `${time}+00:00`,
    ActivityId: system?.activityId ?? null,
    RelatedActivityId: system?.relatedActivityId ?? null,
    LevelDisplayName: event.level === null ? null : isAudit ? LEVEL_WORDS.information : LEVEL_WORDS[event.level],
    TaskDisplayName: category,
    Properties: event.strings.map((Value) => ({ Value })),
  });
  // A mask has more digits than a number of JavaScript.
  const mask = keywordsOf(event);
  return mask === null ? rest : `{"Keywords":${BigInt.asIntN(64, BigInt(mask))},${rest.slice(1)}`;
}
