/** The two Event Viewer generations: `vista` for Vista, 2008 and later, `nt` for NT 4 to 2003. */
export type Generation = 'vista' | 'nt';

/** What a heading of a copied event announces: one vocabulary for both generations, so `level` is the event type of `nt`. */
export type HeadingField =
  | 'logName'
  | 'source'
  | 'date'
  | 'time'
  | 'eventId'
  | 'category'
  | 'level'
  | 'keywords'
  | 'user'
  | 'computer'
  | 'description'
  | 'data'
  | 'eventXml';

/** The headings of one language and generation; variants are parted by ` | `, a `?` marks the unconfirmed. */
export type HeadingRow = Readonly<Partial<Record<HeadingField, string>>>;
