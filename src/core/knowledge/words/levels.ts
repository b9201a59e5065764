import type { Level } from '../../model/event.ts';
import { levels } from '../../model/event.ts';
import { wordsOf } from './fold.ts';
import { FoldedWords } from './folded-words.ts';

/**
 * Level words of texts and exports by display language; the audit cells hold the words of both viewer generations.
 * A `?` marks what no real text has confirmed: accepted, and the reading says so.
 */
const LEVEL_WORDS: Readonly<Record<string, Readonly<Record<Level, string>>>> = {
  en: {
    critical: 'Critical?',
    error: 'Error',
    warning: 'Warning',
    information: 'Information | Informational',
    verbose: 'Verbose?',
    'audit-success': 'Audit Success | Success Audit',
    'audit-failure': 'Audit Failure | Failure Audit',
  },
  de: {
    critical: 'Kritisch',
    error: 'Fehler',
    warning: 'Warnung',
    information: 'Informationen',
    verbose: 'Ausführlich?',
    'audit-success': 'Überwachung erfolgreich? | Erfolgsüberwachung?',
    'audit-failure': 'Überwachungsfehler? | Fehlerüberwachung?',
  },
  fr: {
    critical: 'Critique',
    error: 'Erreur',
    warning: 'Avertissement',
    information: 'Information | Informations',
    verbose: 'Commentaires? | Détaillé?',
    'audit-success': "Succès de l'audit? | Audit des succès?",
    'audit-failure': "Échec de l'audit? | Audit des échecs?",
  },
  es: {
    critical: 'Crítico?',
    error: 'Error?',
    warning: 'Advertencia?',
    information: 'Información | Informativo',
    verbose: 'Detallado?',
    'audit-success': 'Auditoría correcta? | Aciertos?',
    'audit-failure': 'Error de auditoría? | Errores?',
  },
  it: {
    critical: 'Critico',
    error: 'Errore',
    warning: 'Avviso',
    information: 'Informazioni',
    verbose: 'Dettagliato?',
    'audit-success': 'Controllo riuscito? | Operazioni riuscite?',
    'audit-failure': 'Controllo non riuscito? | Operazioni non riuscite?',
  },
  'pt-BR': {
    critical: 'Crítico?',
    error: 'Erro',
    warning: 'Aviso',
    information: 'Informações | Informativo',
    verbose: 'Detalhado?',
    'audit-success': 'Sucesso da Auditoria? | Auditoria com êxito?',
    'audit-failure': 'Falha da Auditoria? | Auditoria com falha?',
  },
  'pt-PT': {
    critical: 'Crítico',
    error: 'Erro',
    warning: 'Aviso',
    information: 'Informação',
    verbose: 'Verboso?',
    'audit-success': 'Auditoria Efectuada com Êxito',
    'audit-failure': 'Falha na Auditoria?',
  },
  nl: {
    critical: 'Kritiek? | Kritisch?',
    error: 'Fout?',
    warning: 'Waarschuwing?',
    information: 'Informatie? | Gegevens?',
    verbose: 'Uitgebreid?',
    'audit-success': 'Controle geslaagd? | Geslaagd?',
    'audit-failure': 'Controle mislukt? | Mislukt?',
  },
  pl: {
    critical: 'Krytyczny?',
    error: 'Błąd?',
    warning: 'Ostrzeżenie?',
    information: 'Informacje? | Informacja?',
    verbose: 'Pełny?',
    'audit-success': 'Sukcesy inspekcji? | Inspekcja sukcesów?',
    'audit-failure': 'Niepowodzenia inspekcji? | Inspekcja niepowodzeń?',
  },
  ru: {
    critical: 'Критический? | Критическая?',
    error: 'Ошибка',
    warning: 'Предупреждение?',
    information: 'Сведения | Уведомление?',
    verbose: 'Подробности?',
    'audit-success': 'Аудит успеха? | Аудит успехов?',
    'audit-failure': 'Аудит отказа? | Аудит отказов?',
  },
  cs: {
    critical: 'Kritická? | Kritické?',
    error: 'Chyba?',
    warning: 'Upozornění?',
    information: 'Informace?',
    verbose: 'Podrobnosti?',
    'audit-success': 'Úspěšný audit?',
    'audit-failure': 'Neúspěšný audit?',
  },
  tr: {
    critical: 'Kritik? | Önemli?',
    error: 'Hata?',
    warning: 'Uyarı?',
    information: 'Bilgi?',
    verbose: 'Ayrıntılı?',
    'audit-success': 'Başarı Denetimi?',
    'audit-failure': 'Hata Denetimi?',
  },
  sv: {
    critical: 'Kritiskt',
    error: 'Fel',
    warning: 'Varning',
    information: 'Information',
    verbose: 'Utförlig?',
    'audit-success': 'Lyckad granskning? | Granskning lyckades?',
    'audit-failure': 'Misslyckad granskning?',
  },
  da: {
    critical: 'Kritisk?',
    error: 'Fejl?',
    warning: 'Advarsel?',
    information: 'Oplysninger? | Information?',
    verbose: 'Detaljeret?',
    'audit-success': 'Overvågning af udførte handlinger?',
    'audit-failure': 'Overvågning af mislykkede handlinger?',
  },
  nb: {
    critical: 'Kritisk?',
    error: 'Feil?',
    warning: 'Advarsel?',
    information: 'Informasjon?',
    verbose: 'Detaljert?',
    'audit-success': 'Vellykket overvåking?',
    'audit-failure': 'Mislykket overvåking?',
  },
  fi: {
    critical: 'Kriittinen?',
    error: 'Virhe?',
    warning: 'Varoitus?',
    information: 'Tiedot?',
    verbose: 'Yksityiskohtainen?',
    'audit-success': 'Onnistunut valvonta?',
    'audit-failure': 'Epäonnistunut valvonta?',
  },
  hu: {
    critical: 'Kritikus?',
    error: 'Hiba?',
    warning: 'Figyelmeztetés?',
    information: 'Információ? | Információk?',
    verbose: 'Részletes?',
    'audit-success': 'Sikeres naplózás? | Sikeres ellenőrzés?',
    'audit-failure': 'Sikertelen naplózás? | Sikertelen ellenőrzés?',
  },
  ja: {
    critical: '重大',
    error: 'エラー',
    warning: '警告',
    information: '情報',
    verbose: '詳細',
    'audit-success': '成功の監査',
    'audit-failure': '失敗の監査',
  },
  'zh-CN': {
    critical: '严重? | 关键?',
    error: '错误',
    warning: '警告',
    information: '信息',
    verbose: '详细',
    'audit-success': '审核成功',
    'audit-failure': '审核失败?',
  },
  'zh-TW': {
    critical: '重大? | 嚴重?',
    error: '錯誤',
    warning: '警告?',
    information: '資訊',
    verbose: '詳細資訊?',
    'audit-success': '稽核成功?',
    'audit-failure': '稽核失敗?',
  },
  ko: {
    critical: '위험?',
    error: '오류?',
    warning: '경고?',
    information: '정보',
    verbose: '자세한 정보?',
    'audit-success': '감사 성공? | 성공 감사?',
    'audit-failure': '감사 실패? | 실패 감사?',
  },
};

export interface LevelReading {
  readonly level: Level;
  /** False when no real text has confirmed the word. */
  readonly confirmed: boolean;
}

const readings = Object.values(LEVEL_WORDS).flatMap((cells) =>
  levels.flatMap((level) => wordsOf(cells[level]).map(({ word, confirmed }) => [word, { level, confirmed }] as const)),
);
// A confirmed word beats the same word of another language.
const readingByWord = new FoldedWords<LevelReading>(
  readings.sort(([, a], [, b]) => Number(a.confirmed) - Number(b.confirmed)),
);

/** The level that a word of any display language means, `Fehler` or `Success Audit`. */
export const levelFromWord = (word: string): LevelReading | undefined => readingByWord.get(word);
