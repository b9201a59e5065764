import * as z from 'zod';
import { ruleSchema } from '../../src/core/knowledge/rules/schema.ts';
import type { Output } from './output.ts';

/** For completion in editors; what takes more than one key to decide is only in `evdx rules check`. */
export const ruleJsonSchema: Output = {
  path: 'schema/rule.schema.json',
  isCommitted: true,
  content: () => `${JSON.stringify(z.toJSONSchema(ruleSchema, { io: 'input' }), null, 2)}\n`,
};
