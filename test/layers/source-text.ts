/** A source file with comments and the insides of texts blanked out, so that words in it are code; offsets stay. */
export interface SourceText {
  readonly code: string;
  /** Plain string literals by the offset of their opening quote. */
  readonly textByOffset: ReadonlyMap<number, string>;
}

const BEFORE_REGEX = /(^|[=(,:;[{!&|?+\-*%<>~^}]|\b(return|typeof|case|in|of|do|else|yield|await|void))\s*$/;
const PATTERNS = {
  comment: /\/\/[^\n]*|\/\*[\s\S]*?\*\//y,
  string: /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y,
  regex: /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y,
  templatePart: /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y,
};

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

export function readSource(text: string): SourceText {
  const textByOffset = new Map<number, string>();
  const openBraces: number[] = [];
  let code = '';
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = code.length;
    return pattern.exec(text)?.[0] ?? null;
  };
  const takeTemplate = (opening: string): void => {
    code += opening;
    const part = take(PATTERNS.templatePart) ?? '';
    code += blank(part);
    if (part.endsWith('${')) openBraces.push(0);
  };
  while (code.length < text.length) {
    const character = text[code.length] ?? '';
    const depth = openBraces.at(-1);
    const comment = character === '/' ? take(PATTERNS.comment) : null;
    const string = character === "'" || character === '"' ? take(PATTERNS.string) : null;
    const regex = character === '/' && comment === null && BEFORE_REGEX.test(code) ? take(PATTERNS.regex) : null;
    if (comment !== null) code += blank(comment);
    else if (string !== null) {
      textByOffset.set(code.length, string.slice(1, -1));
      code += `${string[0]}${blank(string.slice(1, -1))}${string[0]}`;
    } else if (regex !== null) code += `/${blank(regex.slice(1))}`;
    else if (character === '`') takeTemplate('`');
    else if (character === '}' && depth === 0) {
      openBraces.pop();
      takeTemplate(' ');
    } else {
      if (depth !== undefined && (character === '{' || character === '}')) {
        openBraces[openBraces.length - 1] = depth + (character === '{' ? 1 : -1);
      }
      code += character;
    }
  }
  return { code, textByOffset };
}

export interface Import {
  /** As written; null: made up at run time. */
  readonly specifier: string | null;
  /** `type` leaves no trace in JavaScript; `dynamic` is loaded on demand. */
  readonly kind: 'static' | 'type' | 'dynamic';
}

const IMPORTS =
  /\b(?:(?:import|export)\b(\s+type\b(?!\s*(?:,|from\b)))?[^'"`;()]*?\bfrom|import)\s*(\()?\s*(?=(['"`]?))/g;

/** Every import and re-export of a file. */
export function importsOf({ code, textByOffset }: SourceText): readonly Import[] {
  return [...code.matchAll(IMPORTS)].flatMap(({ 0: whole, 1: type, 2: bracket, 3: quoteMark, index }): Import[] => {
    if (bracket === undefined && quoteMark === '') return []; // import.meta
    const specifier = textByOffset.get(index + whole.length) ?? null;
    const kind = bracket !== undefined ? 'dynamic' : type === undefined ? 'static' : 'type';
    return [{ specifier, kind }];
  });
}
