import { wordsOf } from './fold.ts';
import { FoldedWords } from './folded-words.ts';

/** Words that stand where a value would: no category, no user, the keyword of classic events. Marks as in levels.ts. */
const FILLER_WORDS: Readonly<Record<string, Readonly<Record<FillerKind, string>>>> = {
  en: { none: 'None', 'not-applicable': 'N/A', classic: 'Classic' },
  de: { none: 'Keine? | Keiner?', 'not-applicable': 'Nicht zutreffend?', classic: 'Klassisch?' },
  fr: { none: 'Aucun', 'not-applicable': 'N/A?', classic: 'Classique?' },
  es: { none: 'Ninguno', 'not-applicable': 'No disponible', classic: 'Clásico?' },
  it: { none: 'Nessuno', 'not-applicable': 'N/A', classic: 'Classico?' },
  'pt-BR': { none: 'Nenhum? | Nenhuma?', 'not-applicable': 'N/D?', classic: 'Clássico' },
  'pt-PT': { none: 'Nenhuma?', 'not-applicable': 'N/D?', classic: 'Clássico?' },
  nl: { none: 'Geen?', 'not-applicable': 'N.v.t.?', classic: 'Klassiek?' },
  pl: { none: 'Brak?', 'not-applicable': 'Nie dotyczy? | Brak?', classic: 'Klasyczny?' },
  ru: { none: 'Отсутствует? | Нет?', 'not-applicable': 'Н/Д', classic: 'Классический' },
  cs: { none: 'Žádná? | Není?', 'not-applicable': 'Není k dispozici?', classic: 'Klasické?' },
  tr: { none: 'Yok?', 'not-applicable': 'Yok?', classic: 'Klasik?' },
  sv: { none: 'Ingen?', 'not-applicable': 'Saknas? | Ej tillämpligt?', classic: 'Klassisk?' },
  da: { none: 'Ingen?', 'not-applicable': 'Ikke tilgængelig? | I/T?', classic: 'Klassisk?' },
  nb: { none: 'Ingen?', 'not-applicable': 'I/T?', classic: 'Klassisk?' },
  fi: { none: 'Ei mitään? | Ei ole?', 'not-applicable': 'Ei saatavilla? | Ei käytössä?', classic: 'Perinteinen?' },
  hu: { none: 'Nincs?', 'not-applicable': 'n.a.?', classic: 'Klasszikus?' },
  ja: { none: 'なし', 'not-applicable': 'N/A', classic: 'クラシック' },
  'zh-CN': { none: '无', 'not-applicable': '暂缺', classic: '经典' },
  'zh-TW': { none: '無', 'not-applicable': '不適用', classic: '傳統' },
  ko: { none: '없음?', 'not-applicable': '해당 없음?', classic: '클래식?' },
};
export type FillerKind = 'none' | 'not-applicable' | 'classic';
const fillerKinds: readonly FillerKind[] = ['classic', 'not-applicable', 'none'];

const kindByWord = new FoldedWords<FillerKind>(
  Object.values(FILLER_WORDS).flatMap((cells) =>
    fillerKinds.flatMap((kind) => wordsOf(cells[kind]).map(({ word }) => [word, kind] as const)),
  ),
);

/** What a filler stands for, in any display language; null for a real value. `Yok` and `Brak` say both none and N/A. */
export const fillerKind = (text: string): FillerKind | null => kindByWord.get(text) ?? null;
