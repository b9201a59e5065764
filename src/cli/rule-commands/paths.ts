/** Rules of this folder are meant where none is named. */
const DEFAULT_FOLDER = 'rules';
export const PATHS_HELP = `rule files or folders; default: the folder ${DEFAULT_FOLDER}`;
export const pathsOf = (paths: readonly string[]): readonly string[] => (paths.length === 0 ? [DEFAULT_FOLDER] : paths);
