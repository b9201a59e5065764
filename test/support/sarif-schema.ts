import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** Draft 4 differs from 2020-12 only in `id`, as far as this schema goes. */
const {
  id: _id,
  $schema: _draft,
  ...schema
} = JSON.parse(readFileSync(new URL('./schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));

const formats = {
  uri: (text: string) => URL.canParse(text),
  // RFC 3986, appendix A; no blank, no bracket, no quote, no control.
  'uri-reference': /^(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};
const validate = new Ajv2020({ strict: false, unicodeRegExp: false, formats }).compile(schema);

/** What is wrong with a SARIF log, as sentences. */
export const sarifProblems = (text: string): readonly string[] =>
  validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
