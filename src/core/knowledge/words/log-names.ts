import { spellings, wordsOf } from './fold.ts';
import { FoldedWords } from './folded-words.ts';

/**
 * The names that the tree of the viewer shows for the Windows logs, by display language. Copied texts carry the channel id in
 * every language seen; who types the headings writes these names, as translated articles of Microsoft do.
 */
const TREE_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    Application: 'Application?',
    System: 'System?',
    Security: 'Security?',
    Setup: 'Setup?',
    ForwardedEvents: 'Forwarded Events?',
  },
  de: {
    Application: 'Anwendung?',
    System: 'System?',
    Security: 'Sicherheit?',
    Setup: 'Installation?',
    ForwardedEvents: 'Weitergeleitete Ereignisse?',
    'Directory Service': 'Verzeichnisdienst',
  },
  fr: {
    Application: 'Application?',
    System: 'Système?',
    Security: 'Sécurité?',
    Setup: 'Installation?',
    ForwardedEvents: 'Événements transférés?',
    'Directory Service': "Service d'annuaire?",
  },
  es: {
    Application: 'Aplicación?',
    System: 'Sistema?',
    Security: 'Seguridad?',
    Setup: 'Instalación?',
    ForwardedEvents: 'Eventos reenviados?',
    'Directory Service': 'Servicio de directorio?',
  },
  it: {
    Application: 'Applicazione?',
    System: 'Sistema?',
    Security: 'Sicurezza?',
    Setup: 'Installazione?',
    ForwardedEvents: 'Eventi inoltrati?',
    'Directory Service': 'Servizio directory',
  },
  'pt-BR': {
    Application: 'Aplicativo?',
    System: 'Sistema?',
    Security: 'Segurança?',
    Setup: 'Instalação?',
    ForwardedEvents: 'Eventos Encaminhados?',
    'Directory Service': 'Diretório',
  },
  'pt-PT': { Application: 'Aplicação?', System: 'Sistema?', Security: 'Segurança?' },
  nl: { Application: 'Toepassing?', System: 'Systeem?', Security: 'Beveiliging?' },
  pl: { Application: 'Aplikacja?', System: 'System?', Security: 'Zabezpieczenia?' },
  ru: {
    Application: 'Приложение?',
    System: 'Система?',
    Security: 'Безопасность?',
    Setup: 'Установка?',
    ForwardedEvents: 'Перенаправленные события?',
    // Translated pages take the name and the heading below apart elsewhere, here and in Portuguese.
    'Directory Service': 'Служба каталогов? | Каталог',
  },
  cs: { Application: 'Aplikace?', System: 'Systém?', Security: 'Zabezpečení?' },
  tr: { Application: 'Uygulama?', System: 'Sistem?', Security: 'Güvenlik?' },
  sv: { Application: 'Program?', System: 'System?', Security: 'Säkerhet?' },
  da: { Application: 'Program?', System: 'System?', Security: 'Sikkerhed?' },
  nb: { Application: 'Program?', System: 'System?', Security: 'Sikkerhet?' },
  fi: { Application: 'Sovellus?', System: 'Järjestelmä?', Security: 'Suojaus?' },
  hu: { Application: 'Alkalmazás?', System: 'Rendszer?', Security: 'Biztonság?' },
  ja: {
    Application: 'アプリケーション',
    System: 'システム',
    Security: 'セキュリティ?',
    Setup: 'セットアップ?',
    ForwardedEvents: '転送されたイベント?',
    'Directory Service': 'ディレクトリ サービス',
  },
  'zh-CN': {
    Application: '应用程序?',
    System: '系统?',
    Security: '安全?',
    Setup: '安装程序?',
    ForwardedEvents: '转发事件?',
  },
  'zh-TW': { Application: '應用程式?', System: '系統?', Security: '安全性?' },
  ko: { Application: '응용 프로그램? | 애플리케이션?', System: '시스템?', Security: '보안?' },
};

const channelByName = new FoldedWords<string>(
  Object.values(TREE_NAMES).flatMap((names) =>
    Object.entries(names).flatMap(([channel, cell]) =>
      wordsOf(cell).flatMap(({ word }) => spellings(word).map((spelling) => [spelling, channel] as const)),
    ),
  ),
);

/** The channel id behind a display name of any language, `Anwendung` → `Application`; other names as they are. */
export const canonicalLogName = (name: string): string => channelByName.get(name) ?? name;

/** `\\EX1\Application`, the log of another machine. */
const OF_MACHINE = /^\\\\[^\\]+\\([^\\]+)$/;
const SAVED = /\.evtx?$/i;

/**
 * The channel behind the place a log was read from, as LogParser names it: `\\EX1\Application` is that of another machine. A saved file can
 * have any name, so its path tells none.
 * @see https://documentation.help/Log-Parser/EVT_Fields.htm
 */
export function logReadFrom(place: string): string | null {
  const name = OF_MACHINE.exec(place)?.[1] ?? place;
  return SAVED.test(name) || name.includes('\\') ? null : canonicalLogName(name);
}
