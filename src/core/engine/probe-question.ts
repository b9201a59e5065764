import type { RuleProbe } from '../knowledge/rules/schema.ts';
import type { Bound } from './context.ts';

/** The question an unknown probe becomes. */
export function questionOf(probe: RuleProbe): { readonly ask: string; readonly how: string | null } {
  if ('ask' in probe) return { ask: probe.ask, how: probe.how ?? null };
  if ('file' in probe)
    return { ask: `Is the version of ${probe.file} ${wording(probe.version)}?`, how: `file.${probe.file}=VERSION` };
  if ('registry' in probe)
    return {
      ask: `Is the registry value ${probe.registry} ${wording(probe.value)}?`,
      how: `registry.${probe.registry}=VALUE`,
    };
  const [kind, name] = 'os' in probe ? ['os', probe.os] : ['product', probe.product];
  const pack = probe.service_pack === undefined ? '' : ` with service pack ${wording(probe.service_pack)}`;
  const build = probe.build === undefined ? '' : ` with build ${wording(probe.build)}`;
  return {
    ask: `Is this ${name}${pack}${build}?`,
    how: `${kind}="${name}${probe.service_pack === undefined ? '' : ' SPn'}${probe.build === undefined ? '' : ' build N'}"`,
  };
}

function wording(bound: Bound<string | number>): string {
  if (typeof bound !== 'object') return String(bound);
  const parts: string[] = [];
  if (bound.min !== undefined) parts.push(`${bound.min} or later`);
  if (bound.max !== undefined) parts.push(`${bound.max} or earlier`);
  if (bound.below !== undefined) parts.push(`below ${bound.below}`);
  return parts.join(' and ');
}
