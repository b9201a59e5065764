import { escapeRegExp } from '../../model/escape-regexp.ts';
import { groupBy } from '../../model/group-by.ts';
import { canonicalProvider } from './providers.ts';

/** How the message of an event reads in the languages known; `{2}` is what its second insert fills in. */
interface MessageForms {
  readonly source: string;
  readonly eventId: number;
  readonly forms: readonly string[];
}

const ofServices = (eventId: number, ...forms: readonly string[]): MessageForms => ({
  source: 'Service Control Manager',
  eventId,
  forms,
});

/**
 * Names that stand in a message where its source carries no inserts. A name may stand in quotes; a form is the beginning of the message as far as it is
 * needed. Only what a real log or a Microsoft page of that language was seen to say: the pages on SQL Server Launchpad (de, fr, it, ja), real pastes
 * (es, ko, ru, zh) and message files.
 */
const FORMS: readonly MessageForms[] = [
  ofServices(
    7000,
    'The {1} service failed to start due to the following error',
    'Der Dienst {1} wurde aufgrund folgenden Fehlers nicht gestartet',
    "Le service {1} n'a pas pu démarrer en raison de l'erreur",
    'El servicio {1} no pudo iniciarse debido al siguiente error',
    'Il servizio {1} non è stato avviato per il seguente errore',
    '{1} サービスは次のエラーのため開始できませんでした',
    '由于下列错误，{1} 服务启动失败',
    '다음 오류로 인해 {1} 서비스를 시작하지 못했습니다.',
  ),
  ofServices(7001, 'The {1} service depends on the {2} service which failed to start because of the following error'),
  ofServices(
    7009,
    'A timeout was reached ({1} milliseconds) while waiting for the {2} service to connect.',
    'Timeout ({1} milliseconds) waiting for the {2} service to connect.',
    'Timeout ({1} milliseconds) waiting for {2} service to connect.',
    'Das Zeitlimit ({1} ms) wurde beim Verbindungsversuch mit dem Dienst {2} erreicht.',
    "Le dépassement de délai ({1} millisecondes) a été atteint lors de l'attente de la connexion du service {2}.",
    'Se agotó el tiempo de espera ({1} ms) para la conexión con el servicio {2}.',
    "Timeout ({1} millisecondi) durante l'attesa della connessione del servizio {2}.",
    'Превышение времени ожидания ({1} мс) при ожидании подключения службы {2}.',
    '{2} サービスの接続待機中にタイムアウトになりました ({1} ミリ秒)',
    '等待 {2} 服务的连接超时({1} 毫秒)',
  ),
  ofServices(
    7011,
    'A timeout ({1} milliseconds) was reached while waiting for a transaction response from the {2} service.',
    'Timeout ({1} milliseconds) waiting for a transaction response from the {2} service.',
  ),
  ofServices(7022, 'The {1} service hung on starting.'),
  ofServices(7023, 'The {1} service terminated with the following error', '{1} 服务因下列错误而停止'),
  ofServices(
    7024,
    'The {1} service terminated with service-specific error',
    'The {1} service terminated with the following service-specific error',
  ),
  ...[7031, 7034].map((eventId) =>
    ofServices(
      eventId,
      'The {1} service terminated unexpectedly.',
      'Der Dienst {1} wurde unerwartet beendet.',
      'El servicio {1} se terminó de manera inesperada.',
      'Служба {1} была неожиданно завершена.',
      '{1} サービスは予期せぬ原因により終了しました',
      '{1} 服务意外地终止',
    ),
  ),
  ofServices(
    7038,
    'The {1} service was unable to log on as {2} with the currently configured password due to the following error',
  ),
];

const QUOTES = '"“”„«»';
/** Blanks may be a broken line, and beside Han none; names may hold a full stop, so one that ends the form ends the sentence. */
const patternOf = (form: string): RegExp =>
  new RegExp(
    `^\\s*${escapeRegExp(form)
      .replace(/\\{(\d)\\}/g, `[${QUOTES}]?(?<insert$1>[^\\r\\n${QUOTES}]{1,255}?)[${QUOTES}]?`)
      .replace(/\\\.$/, '\\.(?:\\s|$)')
      .replaceAll("'", "['’]")
      .replace(/，/g, '[，,]\\s?')
      .replaceAll(' ', '\\s{0,2}')}`,
    'iu',
  );
const keyOf = (source: string, eventId: number): string => `${canonicalProvider(source)} ${eventId}`;
const formsByEvent = groupBy(FORMS, ({ source, eventId }) => keyOf(source, eventId));
/** Made when they are first asked for: most runs ask for none. */
const patternsByEvent = new Map<string, readonly RegExp[]>();

function patternsOf(key: string): readonly RegExp[] {
  const known = patternsByEvent.get(key);
  if (known !== undefined) return known;
  const patterns = (formsByEvent.get(key) ?? []).flatMap(({ forms }) => forms.map(patternOf));
  if (patterns.length > 0) patternsByEvent.set(key, patterns);
  return patterns;
}

/** What the insert with this number says in the message of an event; null: the message has no form that is known, or none with that insert. */
export function insertInMessage(provider: string, eventId: number, message: string, position: number): string | null {
  for (const pattern of patternsOf(keyOf(provider, eventId))) {
    const found = pattern.exec(message)?.groups?.[`insert${position}`];
    if (found !== undefined) return found.trim();
  }
  return null;
}
