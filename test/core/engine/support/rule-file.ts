/** A rule in which all that a test does not ask about is the same. @param body what it looks for, and its causes */
export const ruleFile = (id: string, body: string): { readonly file: string; readonly text: string } => ({
  file: `${id}.yaml`,
  text: `evdx: 1
id: ${id}
title: Something is wrong
${body.includes('severity:') ? '' : 'severity: high\n'}${body.trim()}
resolution: [{id: r, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Look.}]}]
refs: [a source]
tests: []
`,
});
