import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { events } from '../../../src/core/pipeline/events.ts';
import { scan } from '../../../src/core/pipeline/scan.ts';
import { fixtureBytes } from '../../support/fixtures.ts';
import { sourceOf } from '../../support/sources.ts';

console.log(await Promise.all(['a'].map(async () => 1)));
