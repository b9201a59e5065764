import { logOfSource } from './log-of-source.ts';
import { canonicalProvider } from './providers.ts';

/** Providers of manifests, which came with Vista, that go on with an older source: it wrote the same events under its short name. */
const CONTINUED: ReadonlySet<string> = new Set(
  [
    'BugCheck',
    'DhcpServer',
    'DNS',
    'EventLog',
    'Folder Redirection',
    'HTTP',
    'iScsiPrt',
    'Ntfs',
    'TermService',
    'W32Time',
    'Winlogon',
    'WINS',
  ].map(canonicalProvider),
);

/** Can no Windows before Vista have written events of this provider? */
export const isSinceVista = (provider: string): boolean => {
  const name = canonicalProvider(provider);
  return /^Microsoft-Windows-/i.test(provider) && !CONTINUED.has(name) && logOfSource(name) === null;
};
