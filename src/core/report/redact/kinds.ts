/** What is hidden, by what it is called instead: `HOST-1`. A name of several kinds counts as the first one. */
export const prefixByKind = {
  host: 'HOST',
  domain: 'DOMAIN',
  user: 'USER',
  share: 'SHARE',
  database: 'DB',
  sid: 'SID',
  address: 'IP',
  mac: 'MAC',
  mail: 'MAIL',
  path: 'PATH',
} as const;
export type NameKind = keyof typeof prefixByKind;

/** A name at a place of a text. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  readonly name: string;
  /** A word that means the same wherever it stands; a mere guess by shape is hidden only where it has that shape. */
  readonly isWord: boolean;
}
