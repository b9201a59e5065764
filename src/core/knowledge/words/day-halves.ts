import { foldWord, wordsOf } from './fold.ts';

/** Words for the halves of a day as Windows prints them; dots and blanks are dropped before comparing. Marks as in levels.ts. */
const DAY_HALVES = {
  am: 'AM | 上午 | 凌晨? | 清晨? | 早上? | 午前 | 오전 | πμ? | ÖÖ? | de? | dop? | fm? | ap?',
  pm: 'PM | 下午 | 中午? | 晚上? | 午後 | 오후 | μμ? | ÖS? | du? | odp? | em? | ip?',
} as const;
export type DayHalf = keyof typeof DAY_HALVES;
const dayHalves: readonly DayHalf[] = ['am', 'pm'];

const halfByWord: ReadonlyMap<string, DayHalf> = new Map(
  dayHalves.flatMap((half) => wordsOf(DAY_HALVES[half]).map(({ word }) => [foldWord(word), half] as const)),
);

/** `AM`, `p. m.`, `下午`: the half of the day, null for any other word. */
export const dayHalf = (word: string): DayHalf | null => halfByWord.get(foldWord(word).replace(/[.\s]/g, '')) ?? null;

/** What may stand beside a time without changing its reading: words for "o'clock", "at" and "of the year", zone letters that name no single zone. */
const IGNORED = new Set([
  ...['uhr', 'h', 'ч', 'г', 'kl', 'klo', 'at', 'um', 'à', 'às', 'om', 'v', 'в', 'alle', 'ore', 'r'],
  ...['est', 'edt', 'cst', 'cdt', 'mst', 'mdt', 'pst', 'pdt', 'cet', 'cest', 'bst', 'ist', 'jst', 'msk', 'wet', 'west'],
  ...['eet', 'eest', 'aest', 'aedt', 'nzst', 'nzdt'],
]);
export const isTimeFiller = (word: string): boolean => IGNORED.has(foldWord(word).replace(/[.,]/g, ''));
