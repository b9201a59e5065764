import type { JsonObject } from './value.ts';

/** `[System] [ERROR] [7031] [Service Control Manager] [HOST] [text]` */
const EVENT =
  /^\s*\[([^[\]]{1,256})\] \[([A-Za-z]{4,12})\] \[(\d{1,5})\] \[([^[\]]{1,256})\] \[([^\s[\]]{1,256})\] \[([\s\S]*)\]\s*$/;

/** The text format of the agent of CloudWatch; null for any other text. @param time the one beside it, which the text has not */
export function readCloudwatchText(text: string, time: string | null): JsonObject | null {
  const [, channel, level, id, provider, host, message] = text.includes('] [') ? (EVENT.exec(text) ?? []) : [];
  if (channel === undefined || level === undefined || id === undefined) return null;
  return {
    Channel: channel,
    Level: level,
    EventID: id,
    ProviderName: provider ?? null,
    Computer: host ?? null,
    Message: message ?? null,
    TimeCreated: time,
  };
}
