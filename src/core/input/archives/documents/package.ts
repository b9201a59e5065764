import { SourceError } from '../../../model/source-error.ts';
import type { ArchiveEntries, ArchiveEntry } from '../entry.ts';
import type { PullReader } from '../pull-reader.ts';
import { zipEntries } from '../zip.ts';
import { flowingText, OPEN_DOCUMENT, WORD } from './flowing-text.ts';
import { openSheetTexts } from './open-sheet-text.ts';
import { type NamedText, type PartOf, sheetTexts } from './sheet-text.ts';

/** What is read of a package; pictures and the like are not unpacked. */
const WANTED =
  /^(?:word\/document\.xml|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|content\.xml|mimetype)$/;
/** All parts stand in memory: the texts of a sheet come behind it. A million rows of a log have less. */
const MAX_CHARACTERS = 1 << 28;

const asEntry = ({ name, text }: NamedText): ArchiveEntry => ({
  name,
  async *content() {
    yield new TextEncoder().encode(text);
  },
});

/** The texts of a document of Office or OpenDocument: each sheet of a workbook, or all of what was written. @throws SourceError */
export async function* packageEntries(reader: PullReader): ArchiveEntries {
  const parts = await wantedParts(reader);
  const found = textsOf((name) => parts.get(name));
  if (found === null) throw new SourceError('input/document', 'an Office document');
  const texts = found.filter(({ text }) => text.trim() !== '');
  // One text has no name of its own.
  for (const text of texts) yield asEntry(texts.length === 1 ? { ...text, name: '' } : text);
}

function textsOf(part: PartOf): readonly NamedText[] | null {
  const words = part('word/document.xml');
  if (words !== undefined) return [{ name: '', text: flowingText(words, WORD) }];
  if (part('xl/workbook.xml') !== undefined) return sheetTexts(part);
  const content = part('content.xml');
  if (content === undefined) return null;
  return (part('mimetype') ?? '').includes('spreadsheet')
    ? openSheetTexts(content)
    : [{ name: '', text: flowingText(content, OPEN_DOCUMENT) }];
}

async function wantedParts(reader: PullReader): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  let length = 0;
  for await (const { name, content } of zipEntries(reader)) {
    if (!WANTED.test(name)) continue;
    const decoder = new TextDecoder('utf-8');
    let text = '';
    for await (const bytes of content()) {
      text += decoder.decode(bytes, { stream: true });
      if (length + text.length > MAX_CHARACTERS)
        throw new SourceError(
          'input/archive-limit',
          'the document is too large to be read whole; save it as CSV or text',
        );
    }
    parts.set(name, text + decoder.decode());
    length += text.length;
  }
  return parts;
}
