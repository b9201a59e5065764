import type { Producer } from '../producer.ts';
import { azure } from './azure.ts';
import { dissect } from './dissect.ts';
import { dumpel } from './dumpel.ts';
import { evdxTable } from './evdx.ts';
import { evtxecmd } from './evtxecmd.ts';
import { generic } from './generic.ts';
import { graylog } from './graylog.ts';
import { hayabusa } from './hayabusa.ts';
import { logparser } from './logparser.ts';
import { nirsoft } from './nirsoft.ts';
import { powershell } from './powershell.ts';
import { psloglist } from './psloglist.ts';
import { tracerpt } from './tracerpt.ts';
import { utcTable } from './utc-table.ts';
import { viewer } from './viewer.ts';
import { wmi } from './wmi.ts';

/** Who writes events as tables, one line each; the first that knows a header, or a row without one, has it. */
export const producers: readonly Producer[] = [
  evdxTable,
  evtxecmd,
  dissect,
  hayabusa,
  graylog,
  logparser,
  azure,
  tracerpt,
  powershell,
  nirsoft,
  viewer,
  psloglist,
  dumpel,
  wmi,
  utcTable,
  generic,
];
