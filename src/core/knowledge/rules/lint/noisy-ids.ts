import { type Complaint, onKey, quote } from '../problem.ts';
import { hasId, type LintView, looksInside, namesAny, partsOf } from './view.ts';

interface Noise {
  readonly provider: readonly string[];
  readonly ids: readonly number[];
  /** Where it is known from that these fill logs. */
  readonly source: string;
}
const AUDITING = ['Microsoft-Windows-Security-Auditing', 'Security'];
const SYSMON = ['Microsoft-Windows-Sysmon'];
const POWERSHELL = ['Microsoft-Windows-PowerShell'];
const LEARN = 'learn.microsoft.com/windows/security/threat-protection/auditing';

/** Events of which ordinary logs are full: more than one in a hundred of their log. */
export const NOISE: readonly Noise[] = [
  { provider: ['Service Control Manager'], ids: [7035, 7036], source: 'half of the System logs of ../shared/samples' },
  {
    provider: AUDITING,
    ids: [4624, 4634, 4648],
    source: `${LEARN}/audit-logon and audit-logoff: one or more for each logon and logoff`,
  },
  {
    provider: AUDITING,
    ids: [4672],
    source: `${LEARN}/audit-special-logon: one for each privileged logon, services included`,
  },
  {
    provider: AUDITING,
    ids: [4688, 4689],
    source: `${LEARN}/audit-process-creation and audit-process-termination: one for each process`,
  },
  { provider: AUDITING, ids: [5156, 5158], source: `${LEARN}/audit-filtering-platform-connection: volume high` },
  {
    provider: AUDITING,
    ids: [4656, 4658, 4663, 4690],
    source: `${LEARN}/audit-handle-manipulation and audit-file-system: volume high`,
  },
  {
    provider: SYSMON,
    ids: [1, 3, 7, 10, 11, 12, 13],
    source:
      'learn.microsoft.com/sysinternals/downloads/sysmon: one for each process, connection, image, access, file and registry change',
  },
  {
    provider: POWERSHELL,
    ids: [4103, 4104, 4105, 4106],
    source:
      'learn.microsoft.com/powershell, about_Logging_Windows: one for each pipeline, script block, and its start and end',
  },
];

/** A class that asks for such an id and looks no further: each run keeps every hundredth event for it. */
export function* lintNoisyIds(view: LintView): Generator<Complaint> {
  for (const name of view.names.classes) {
    for (const { path, whole } of partsOf(view, name)) {
      if (looksInside(whole)) continue;
      const noise = NOISE.flatMap(({ provider, ids, source }) =>
        namesAny(whole.provider, provider) ? ids.filter((id) => hasId(whole.id, id)).map((id) => ({ id, source })) : [],
      );
      const [first] = noise;
      if (first === undefined) continue;
      yield onKey(
        path,
        `class ${quote(name)} takes every event ${first.id}, of which ordinary logs are full (${first.source})`,
        'add a clause that looks into the event, such as "strings" or "fields"',
      );
    }
  }
}
