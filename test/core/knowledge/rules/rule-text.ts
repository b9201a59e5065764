import { formatRuleProblem, loadRule } from '../../../../src/core/knowledge/rules/load.ts';

/** The smallest rule that says something of everything; each mistake of a test is one change of it. */
export const RULE = `evdx: 1
id: area/name
title: Something is wrong
severity: high
by: [host, path]
scope: {before: 2h}
context:
  old: {file: ese.dll, version: {below: "6.5"}}
  moved: {ask: "Was it moved?", how: Ask.}
events:
  start: {log: Application, provider: ESE, id: 1, capture: {path: {string: 1}}}
  stop:  {log: Application, provider: ESE, id: [2, 3], capture: {path: [{field: p}, {regex: '(?<v>[a-z]:.*)', else: none}]}}
  fail:  {extends: start, id: 4, code: -1032}
  other: {log: System, provider: disk, id: 7, by: [host]}
state:
  open: {set: start, clear: [stop]}
find:
  failure: {one: fail}
  chain:
    seq:
      - start
      - {event: fail, gap: 5m, forbid: stop, when: {open: true}}
    within: 10m
  both: {all: [start, stop], within: 1h}
  often: {count: {of: fail, min: 3}, within: 1h}
  never: {absent: {of: stop, after: fail, for: 1h}}
  close: {near: {of: other, around: failure, before: 5m}}
  first: {any: [chain, failure]}
anchor: failure
grade:
  - confirmed: chain and ctx.old
  - possible: failure
rule_out:
  - {if: not ctx.moved, because: it was not moved}
causes:
  - {id: disk, title: The disk, evidence: [{if: close, for: strong, because: near}, {if: not often, against: weak, because: once}]}
  - {id: user, title: The user, evidence: [{if: ctx.moved, for: strong, because: said}]}
resolution:
  - id: repair
    for: [disk, user]
    risk: {level: low, downtime: none, data_loss: none, reversible: true}
    steps:
      - do: Look at {{path}}.
        run: {shell: cmd, command: 'dir "{{path}}"', needs: user, effect: read-only}
        expect: {event: start, within: 10m}
        show: {flag: open}
refs:
  - {kb: 1, url: "https://example.org/kb/1"}
tests:
  - name: it fails
    log: |
      2006-03-01T01:00:00 EX1 Application ESE 4 error | Error -1032. | | ["c:\\\\a"]
    facts: {moved: true, os: Windows Server 2003, file.ese.dll: "6.4", other/rule.name: false}
    covers: 2006-03-01T00:00:00/2006-03-02T00:00:00
    expect: {grade: possible, cause: user, unknown: never, evidence: fail}
    near_miss: {pattern: chain, missing: [start]}
    redundant: start
`;

/** What the loader says of a text, one line a problem, without the name of the file. */
export const said = (text: string): readonly string[] =>
  loadRule(text, { file: 'f', expectedId: 'area/name' }).problems.map((problem) =>
    formatRuleProblem(problem).replace(/^f:/, ''),
  );

/** The rule with one piece replaced; the piece has to be there exactly once. */
export function changed(from: string, to: string): string {
  const parts = RULE.split(from);
  if (parts.length !== 2) throw new Error(`${parts.length - 1} times in the rule: ${from}`);
  return parts.join(to);
}
