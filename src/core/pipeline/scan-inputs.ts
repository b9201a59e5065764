import type { CompiledRules } from '../engine/compile.ts';
import { expandSource } from '../input/archives/expand.ts';
import type { Scan } from '../model/scan.ts';
import type { ByteSource } from '../model/source.ts';
import { emptyScan, failedScan, scan } from './scan.ts';
import type { ScanOptions } from './source-scan.ts';

/**
 * Scans a source, or the files in the archive that it is, one after the other.
 * @param optionsOf the options of one of them by its name
 */
export async function* scanInput(
  source: ByteSource,
  rules: CompiledRules,
  optionsOf: (name: string) => ScanOptions,
): AsyncGenerator<Scan> {
  try {
    for await (const expanded of expandSource(source)) {
      if ('source' in expanded) yield await scan(expanded.source, rules, optionsOf(expanded.source.name));
      else {
        const { name, problems, format, limits } = expanded.note;
        yield { ...emptyScan(name, problems, format), limits };
      }
    }
  } catch (error) {
    yield failedScan(source.name, error);
  }
}
