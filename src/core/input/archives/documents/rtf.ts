import type { ArchiveEntries } from '../entry.ts';
import type { PullReader } from '../pull-reader.ts';
import { rtfText } from './rtf-text.ts';

/** Texts of people are shorter; what is behind is left out. */
const MAX_BYTES = 1 << 26;

/** The text of an RTF document, which has no name of its own. */
export async function* rtfEntry(reader: PullReader): ArchiveEntries {
  yield {
    name: '',
    async *content() {
      const latin1 = new TextDecoder('latin1');
      let text = '';
      for await (const bytes of reader.rest()) {
        text += latin1.decode(bytes, { stream: true });
        if (text.length > MAX_BYTES) break;
      }
      yield new TextEncoder().encode(rtfText(text, decode));
    },
  };
}

/** Pages that TextDecoder does not call by their number. */
const LABELS: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
]);

function decode(bytes: readonly number[], codePage: number): string {
  const isKnown = LABELS.has(codePage) || (codePage >= 1250 && codePage <= 1258);
  const label = LABELS.get(codePage) ?? `windows-${isKnown ? codePage : 1252}`;
  return new TextDecoder(label).decode(Uint8Array.from(bytes));
}
