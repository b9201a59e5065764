import * as z from 'zod';
import { ruleSchema } from '../../src/core/knowledge/rules/schema.ts';
import type { Output } from './output.ts';

const PATH = 'schema/rule.schema.json';

/** For completion in editors; what takes more than one key to decide is only in `evdx rules check`. */
export const ruleJsonSchema: Output = {
  path: PATH,
  isCommitted: true,
  files: () => [{ path: PATH, content: `${JSON.stringify(z.toJSONSchema(ruleSchema, { io: 'input' }), null, 2)}\n` }],
};
