/** Every kind of imperfect input. The key is public; the text says what happened and what to do, and docs/errors.md is generated from it. */
export const PROBLEMS = {
  'input/missing': 'There is no such file or folder; check the path.',
  'input/unreadable': 'The file could not be read; check its permissions, or copy it first.',
  'input/empty': 'The input is empty; export the log again.',
  'input/unrecognised': 'No event log format was recognised; give an event log export or paste the text of the events.',
  'input/no-host': 'No input tells of this host, which was asked for; give its logs, or check the name.',
  'input/no-events': 'The input was read, but it holds no event.',
  'input/other-log': 'This is a file of another kind, which holds no events of a Windows event log.',
  'input/archive': 'This archive was not unpacked; unpack it and give the files inside.',
  'input/7z': 'This is a 7-Zip archive, which evdx does not unpack; run `7z x FILE` and give the files inside.',
  'input/cab': 'This is a cabinet file, which evdx does not unpack; run `expand FILE -F:* FOLDER` and give the folder.',
  'input/rar':
    'This is a RAR archive, which evdx does not unpack; run `unrar x FILE` or `7z x FILE` and give the files inside.',
  'input/bzip2': 'This is compressed with bzip2, which evdx does not unpack; run `bzip2 -dk FILE` and give the result.',
  'input/xz': 'This is compressed with xz, which evdx does not unpack; run `xz -dk FILE` and give the result.',
  'input/zstd':
    'This is compressed with Zstandard, which evdx does not unpack; run `zstd -d FILE` and give the result.',
  'input/lfs-pointer':
    'This is a Git LFS pointer in place of the file; run `git lfs pull` in the repository and give the file again.',
  'input/web-page':
    'This is a web page saved in place of the file, such as a login or a preview; download the file itself.',
  'input/definition':
    'This says which events to look for (a custom view, a query, a subscription, a manifest, a rule of evdx or Sigma, a list of ids and their meanings) and holds none; of a view, open it in Event Viewer and save its events (Save All Events As).',
  'input/encrypted': 'The file in the archive is encrypted; unpack it with its password and give the files inside.',
  'input/unsupported-method':
    'The file in the archive is compressed in a way that evdx does not know; unpack it with 7-Zip and give the files inside.',
  'input/cut-archive': 'The archive ends early; what comes before that was read. Copy it again.',
  'input/damaged-archive': 'The archive is damaged here; what could be unpacked was read. Copy it again.',
  'input/archive-limit': 'Reading the archive ended at a limit that guards against archives made to fill a disk.',
  'input/document':
    'This is a document that evdx cannot read; copy the events out of it as text, or save it as .docx, .xlsx, .rtf, .csv or .txt.',
  'input/picture':
    'This is a picture, and evdx cannot read screenshots; copy the event as text (Event Viewer: Copy, Copy details as text).',
  'input/damaged-binary': 'A binary log was damaged by being transferred as text; copy the file again in binary mode.',
  'input/unsupported-binary': 'This is a binary event log of a kind that this version does not read; export it as XML.',
  'input/memory':
    'The input was not read, because the events of earlier inputs fill the memory; give fewer inputs at once, or set NODE_OPTIONS=--max-old-space-size=8192.',
  'input/internal': 'evdx failed on this source; please report it. The other sources were read.',
  'text/encoding': 'Later bytes contradict the encoding that the first 64 KiB showed; those characters may be wrong.',
  'text/mojibake': 'The text had once been decoded with the wrong code page; it was repaired.',
  'text/controls': 'Control characters were removed.',
  'text/line-too-long': 'A line is longer than any event; it was cut.',
  'time/unreadable': 'The time of the event could not be read; it counts as an event without a time.',
  'time/no-year': 'The times have no year; the events count as events without a time.',
  'time/ambiguous-order': 'Day and month could be either way round; give --date-order.',
  'time/edited':
    'The text and the XML of one event disagree about the time by more than any zone; the XML was trusted.',
  'clipboard/incomplete': 'An event block ends early; what it holds was read.',
  'clipboard/bad-id': 'An event block has no readable event id; it was kept as text.',
  'clipboard/bad-data': 'The hex dump of an event is damaged; its bytes were left out.',
  'xml/malformed': 'An event is not well-formed XML and was left out.',
  'xml/cut': 'The input ends inside an event; that event was left out.',
  'xml/cut-values': 'The input ends inside an event; what is there of it was read.',
  'xml/too-large': 'An event is larger than any real one and was left out.',
  'xml/forbidden-characters': 'An event holds characters that XML does not allow; they were removed.',
  'xml/no-payload': 'Windows could not decode the payload of the event when it wrote it.',
  'host/ambiguous':
    'Several full host names begin with this name; its events are kept apart. Use host-names in the configuration.',
  'evtx/no-header': 'The log has no file header; it was read from its chunks and records.',
  'evtx/bad-chunk': 'A part of the log has no chunk header; what is recognisable as a record was read from it.',
  'evtx/broken-chain': 'The chain of records breaks inside a chunk; the records behind the break were searched for.',
  'evtx/cut': 'The log ends inside a chunk; the whole records before the cut were read.',
  'evtx/bad-checksum': 'A checksum does not match: these bytes were changed after Windows wrote them.',
  'evtx/unreadable-record': 'A record could not be decoded and was left out.',
  'evtx/damaged-record': 'A record is damaged; what could be read of it was kept.',
  'evtx/remains':
    'Of some records outside the chain the template was overwritten; what could be read of them was kept.',
  'evt/no-header': 'The log has no file header; it was read from its records.',
  'evt/damaged-record': 'A record is damaged or was partly overwritten and was left out.',
  'evt/cut': 'The log ends inside a record; the whole records before it were read.',
  'table/broken-quotes': 'The quotes of a row are not closed; the row was cut where the next one begins.',
  'table/odd-row': 'A line of the table is no row of an event; it was kept as text.',
  'clixml/cut': 'The input ends inside an event; what is there of it was read.',
  'json/malformed': 'A record is not well-formed JSON and was left out.',
  'json/cut': 'The input ends inside a record; what is there of it was read.',
  'json/too-large': 'A record is larger than any real event and was left out.',
  'event/unclear-message':
    "Behind an event without a heading for its description stands text that may be its message or somebody's words; it was kept as text.",
  'event/no-headings':
    'The message of an event stands here without its headings; source and id are those of the event whose message begins this way.',
  'event/bad-id': 'The event id is not a number; the record was left out.',
} as const satisfies Record<string, string>;
export type ProblemCode = keyof typeof PROBLEMS;

/** One imperfection of one source; the rest of the source was read. */
export interface Problem {
  readonly code: ProblemCode;
  /** Byte offset or 1-based line in the source; null for the source as a whole. */
  readonly position: number | null;
  /** What was seen there, short; null when the code says it all. */
  readonly detail: string | null;
}
