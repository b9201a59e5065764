import type { JsonProducer } from '../producer.ts';
import { artemis } from './artemis.ts';
import { azure } from './azure.ts';
import { datto } from './datto.ts';
import { dissect, dissectEvt } from './dissect.ts';
import { evdxEvents } from './evdx.ts';
import { evtxDump } from './evtx-dump.ts';
import { evtxECmd } from './evtxecmd.ts';
import { fluentBit, fluentBitOld } from './fluent-bit.ts';
import { fluentd, fluentdOld } from './fluentd.ts';
import { gelf } from './gelf.ts';
import { generic } from './generic.ts';
import { hayabusa } from './hayabusa.ts';
import { nxlog } from './nxlog.ts';
import { ocsf } from './ocsf.ts';
import { openTelemetry } from './opentelemetry.ts';
import { osquery } from './osquery.ts';
import { plaso } from './plaso.ts';
import { getEventLog, getWinEvent, ntLogEvent } from './powershell.ts';
import { splunk } from './splunk.ts';
import { telegraf } from './telegraf.ts';
import { vector } from './vector.ts';
import { velociraptor } from './velociraptor.ts';
import { wazuh } from './wazuh.ts';
import { ecs, harfangLab, winlogbeat, winlogbeatOld } from './winlogbeat.ts';
import { zabbix } from './zabbix.ts';

/** One line each; the first whose marks a record bears wrote it. */
export const producers: readonly JsonProducer[] = [
  evtxDump,
  velociraptor,
  artemis,
  dissect,
  dissectEvt,
  winlogbeat,
  wazuh,
  openTelemetry,
  evdxEvents,
  vector,
  hayabusa,
  evtxECmd,
  gelf,
  nxlog,
  osquery,
  telegraf,
  ocsf,
  plaso,
  zabbix,
  datto,
  harfangLab,
  winlogbeatOld,
  fluentd,
  fluentBit,
  fluentdOld,
  fluentBitOld,
  azure,
  getEventLog,
  ntLogEvent,
  splunk,
  ecs,
  getWinEvent,
  generic,
];
