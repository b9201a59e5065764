import { foldWord } from './fold.ts';
import { FoldedWords } from './folded-words.ts';

/**
 * The twelve months by language: in full, as they stand in a date where that is another form, and shortened. From CLDR 48; behind a
 * semicolon what only Windows prints. The languages of China, Japan and Korea count their months.
 */
const MONTH_NAMES = {
  en: 'january jan | february feb | march mar | april apr | may | june jun | july jul | august aug | september sep sept | october oct | november nov | december dec',
  de: 'januar jan | februar feb | märz mär ;mrz | april apr | mai | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | dezember dez',
  fr: 'janvier janv | février févr | mars | avril avr | mai | juin | juillet juil | août | septembre sept | octobre oct | novembre nov | décembre déc',
  es: 'enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago | septiembre sept ;sep | octubre oct | noviembre nov | diciembre dic',
  it: 'gennaio gen | febbraio feb | marzo mar | aprile apr | maggio mag | giugno giu | luglio lug | agosto ago | settembre set | ottobre ott | novembre nov | dicembre dic',
  pt: 'janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun | julho jul | agosto ago | setembro set | outubro out | novembro nov | dezembro dez',
  nl: 'januari jan | februari feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug | september sep | oktober okt | november nov | december dec',
  pl: 'styczeń stycznia sty | luty lutego lut | marzec marca mar | kwiecień kwietnia kwi | maj maja | czerwiec czerwca cze | lipiec lipca lip | sierpień sierpnia sie | wrzesień września wrz | październik października paź | listopad listopada lis | grudzień grudnia gru',
  ru: 'январь января янв | февраль февраля февр ;фев | март марта мар | апрель апреля апр | май мая | июнь июня июн | июль июля июл | август августа авг | сентябрь сентября сент ;сен | октябрь октября окт | ноябрь ноября нояб ;ноя | декабрь декабря дек',
  cs: 'leden ledna led | únor února úno | březen března bře | duben dubna dub | květen května kvě | červen června čvn | červenec července čvc | srpen srpna srp | září zář | říjen října říj | listopad listopadu lis | prosinec prosince pro',
  tr: 'ocak oca | şubat şub | mart mar | nisan nis | mayıs may | haziran haz | temmuz tem | ağustos ağu | eylül eyl | ekim eki | kasım kas | aralık ara',
  sv: 'januari jan | februari feb | mars ;mar | april apr | maj | juni ;jun | juli ;jul | augusti aug | september sep | oktober okt | november nov | december dec',
  da: 'januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug | september sep | oktober okt | november nov | december dec',
  nb: 'januar jan | februar feb | mars mar | april apr | mai | juni jun | juli jul | august aug | september sep | oktober okt | november nov | desember des',
  fi: 'tammikuu tammikuuta tammi | helmikuu helmikuuta helmi | maaliskuu maaliskuuta maalis | huhtikuu huhtikuuta huhti | toukokuu toukokuuta touko | kesäkuu kesäkuuta kesä | heinäkuu heinäkuuta heinä | elokuu elokuuta elo | syyskuu syyskuuta syys | lokakuu lokakuuta loka | marraskuu marraskuuta marras | joulukuu joulukuuta joulu',
  hu: 'január jan | február febr | március márc | április ápr | május máj | június jún | július júl | augusztus aug | szeptember szept | október okt | november nov | december dec',
  zh: '一月 1月 | 二月 2月 | 三月 3月 | 四月 4月 | 五月 5月 | 六月 6月 | 七月 7月 | 八月 8月 | 九月 9月 | 十月 10月 | 十一月 11月 | 十二月 12月',
  ko: '1월 | 2월 | 3월 | 4월 | 5월 | 6월 | 7월 | 8월 | 9월 | 10월 | 11월 | 12월',
} as const satisfies Readonly<Record<string, string>>;

const monthByName = new FoldedWords<number>(
  Object.values(MONTH_NAMES).flatMap((names) =>
    names.split(' | ').flatMap((cell, index) => cell.split(/[ ;]+/).map((name) => [name, index + 1] as const)),
  ),
);

/** 1 to 12 for the whole name of a month, or its short form without a dot, in any of these languages; null for any other word. */
export const monthOfName = (name: string): number | null => monthByName.get(name) ?? null;

/** Days of the week where they stand behind the date: Turkish, Hungarian. */
const WEEKDAYS_BEHIND: ReadonlySet<string> = new Set(
  [
    'pazartesi salı çarşamba perşembe cuma cumartesi pazar',
    'hétfő kedd szerda csütörtök péntek szombat vasárnap',
  ].flatMap((days) => days.split(' ').map(foldWord)),
);
export const isWeekdayBehind = (word: string): boolean => WEEKDAYS_BEHIND.has(foldWord(word));
