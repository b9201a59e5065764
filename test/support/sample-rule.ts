import type { RuleDefinition } from '../../src/core/knowledge/rules/schema.ts';

/** A rule in which every construct that `rules show` prints occurs. */
export const sampleRule: RuleDefinition = {
  evdx: 1,
  id: 'exchange/backup-never-closed',
  title: 'New snapshot backup refused because an earlier Exchange backup was never closed',
  severity: 'high',
  events: {
    begin: { log: 'Application', provider: 'MSExchangeIS', id: 9604 },
    refused: {
      extends: 'begin',
      id: [9607, 9608],
      any: [{ code: 0x50d }, { data: { text: 'Backup in progress' } }],
    },
    errors: { provider: { like: ['disk*', 'scsi*'] }, id: { from: 7, to: 11 }, level: ['error', 'warning'] },
    cause: { finding: 'storage/disk-error-burst' },
  },
  state: { running: { set: 'begin', clear: 'refused' } },
  find: {
    attempt: {
      seq: [
        { event: 'begin', when: { running: true } },
        { event: ['refused', 'errors'], gap: '10m', forbid: 'cause', times: 2, optional: true },
      ],
      within: '15m',
    },
    together: { all: ['begin', ['refused', 'errors']], within: '1h' },
    often: { count: { of: 'errors', min: 5, distinct: 'device' }, within: '10m' },
    twice: { count: { of: ['refused'], min: 2 }, within: '7d' },
    never: { absent: { of: ['begin', 'cause'], after: 'refused', for: '24h', until: 'errors' } },
    close: { near: { of: 'errors', around: 'refused', before: '1h' } },
    either: { any: ['attempt', 'together'] },
    refusal: { one: 'refused' },
  },
  anchor: 'refusal',
  grade: [{ confirmed: 'attempt' }, { possible: 'refusal' }],
  rule_out: [{ if: 'not ctx.ex2003', because: 'the article covers Exchange Server 2003 only' }],
  causes: [
    {
      id: 'not_closed',
      title: 'The earlier program never closed its backup',
      evidence: [
        { if: 'never', for: 'strong', because: 'nothing finished' },
        { if: 'close', against: 'weak', because: 'the disk failed' },
      ],
    },
    { id: 'still_running', title: 'A backup is still running', evidence: [] },
  ],
  resolution: [
    {
      id: 'restart',
      for: 'not_closed',
      risk: { level: 'medium', downtime: 'mail stops', data_loss: 'none', reversible: true },
      confirm_first: 'No backup is running',
      steps: [
        {
          do: 'Restart the service',
          run: {
            shell: 'cmd',
            command: 'net stop X && net start X',
            needs: 'administrator',
            effect: 'restarts-service',
          },
          expect: { event: 'begin', within: '10m' },
          stop_if: 'users are connected',
        },
      ],
    },
  ],
  refs: [
    'a book',
    { kb: 910250, url: 'https://mskb.pkisolutions.com/kb/910250', title: 'An article', note: 'later revision' },
  ],
};
