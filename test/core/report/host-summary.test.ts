import { describe, expect, test } from 'vitest';
import { summariseHosts } from '../../../src/core/report/host-summary.ts';
import { finding, fullReport, report } from '../../support/sample-report.ts';

describe('summariseHosts', () => {
  test('what interrupts somebody waits for a window, and a question is asked once', () => {
    const { hosts } = summariseHosts(fullReport());
    expect(hosts.map(({ host, roots }) => [host, roots])).toEqual([['ex1', [{ index: 0, explains: [1] }]]]);
    const [ex1] = hosts;
    expect(ex1?.now.map((action) => [action.do.slice(0, 30), action.moreSteps, action.findings])).toEqual([
      ['Let the earlier backup finish,', 0, [0]],
      ['In the log find the last backu', 2, [0]],
    ]);
    expect(ex1?.inWindow.map((action) => action.do.slice(0, 21))).toEqual(['Restart the Informati']);
    expect(ex1?.ask.map(({ fact }) => fact)).toEqual(['ex2003']);
  });
  test('where a cause is named, only what helps against it', () => {
    const causes = finding().causes.map((cause) => ({ ...cause, named: cause.id === 'still_running' }));
    const { hosts } = summariseHosts(report({ findings: [finding({ causes })] }));
    expect(hosts[0]?.now.map((action) => action.do.slice(0, 14))).toEqual(['Let the earlie']);
    expect(hosts[0]?.inWindow).toEqual([]);
  });
  test('the same advice for two findings is one action', () => {
    const { hosts } = summariseHosts(report({ findings: [finding(), finding({ key: { host: 'ex1', x: '2' } })] }));
    expect(hosts[0]?.now.map(({ findings }) => findings)).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
  test('the same advice about another thing is one action, with a word for the thing', () => {
    const of = (service: string) => {
      const [resolution] = finding().resolution;
      if (resolution === undefined) throw new Error('no resolution');
      const steps = resolution.steps.map((step) => ({ ...step, do: `Start ${service} on ex1.` }));
      return finding({ key: { host: 'ex1', service }, resolution: [{ ...resolution, steps }] });
    };
    const doOf = (...services: readonly string[]) =>
      summariseHosts(report({ findings: services.map(of) })).hosts[0]?.now.map((action) => [
        action.do,
        action.findings,
      ]);
    expect(doOf('dns', 'ntds')).toEqual([['Start <service> on ex1.', [0, 1]]]);
    expect(doOf('dns', 'dns')).toEqual([['Start dns on ex1.', [0, 1]]]);
  });
  test('a host with nothing found is named, one whose finding follows from another host has a root of its own', () => {
    const findings = [finding({ host: 'ex2' }), finding({ host: null, explainedBy: 0 })];
    const { hosts, quiet } = summariseHosts(report({ findings }));
    expect(quiet).toEqual(['ex1']);
    expect(hosts.map(({ host, roots }) => [host, roots.map(({ index }) => index)])).toEqual([
      ['ex2', [0]],
      [null, [1]],
    ]);
  });
});
