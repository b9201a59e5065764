import type { Report } from '../../src/core/model/report.ts';
import { evidence, finding, source } from './sample-report.ts';
import { timedReport } from './timed-report.ts';

/** 1,000 findings over 50 hosts with three logs each, every finding with all the evidence a report holds, and 5,000 kinds of event. */
export function largeReport(): Report {
  const hosts = Array.from({ length: 50 }, (_, index) => `server-${index}`);
  const [timed] = timedReport().findings;
  const findings = Array.from({ length: 1000 }, (_, index) => {
    const host = hosts[index % 50] ?? null;
    return finding({
      host,
      key: { host },
      ruleId: `area/rule-${Math.floor(index / 50)}`,
      timeline: timed?.timeline ?? finding().timeline,
      evidence: Array.from({ length: 20 }, (_event, at) =>
        evidence({ ...timed?.evidence[at % 4], host, text: 'What a log says of it. '.repeat(20) }),
      ),
      evidenceTotal: 57,
    });
  });
  const channels = ['Application', 'System', 'Security'];
  const [covered] = timedReport().sources[0]?.coverage ?? [];
  const sources = hosts.flatMap((host) =>
    channels.map((channel) =>
      source({
        name: `${host}/${channel}.evtx`,
        coverage: covered === undefined ? [] : [{ ...covered, host, channel }],
      }),
    ),
  );
  const statistics = Array.from({ length: 5000 }, (_, index) => ({
    ...{ host: hosts[index % 50] ?? null, channel: 'System', provider: 'Service Control Manager', eventId: index },
    ...{ level: 'error' as const, count: index, first: '2012-03-01T00:00:00.000Z', last: '2012-03-04T00:00:00.000Z' },
  }));
  return timedReport({ findings, sources, statistics });
}
