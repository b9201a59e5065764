import * as fc from 'fast-check';

/** Whether a commit passes depends on that commit alone; `npm run fuzz` looks further (docs/decisions/0014). */
fc.configureGlobal({ seed: Number(process.env.EVDX_SEED ?? 20_260_101) });
