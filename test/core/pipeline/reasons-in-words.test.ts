import { describe, expect, test } from 'vitest';
import { VISTA_HEADINGS } from '../../../src/core/knowledge/words/headings-vista.ts';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { sourceOf } from '../../support/sources.ts';

const SCM = 'Service Control Manager';

type Logged = readonly [source: string, eventId: number, ...strings: readonly string[]];
/** Language of the headings, word of the level, what the paste says. */
type Paste = readonly [language: string, level: string, ...message: readonly string[]];
interface Case {
  readonly event: Logged;
  /** Where one is not enough. */
  readonly hours?: readonly string[];
  readonly rule: string;
  readonly named: readonly Paste[];
  readonly nameless: readonly Paste[];
}

/** A copy of the viewer of a Windows in that language. */
function pasted(hour: string, [source, eventId]: Logged, [language, level, ...message]: Paste): string {
  const headings = VISTA_HEADINGS[language];
  if (headings === undefined) throw new Error(`No headings of ${language}`);
  const wordOf = (cell = ''): string => cell.split(' | ')[0]?.replace(/\?$/, '') ?? '';
  return [
    ...(
      [
        [headings.logName, 'System'],
        [headings.source, source],
        [headings.date, `12.03.2021 ${hour}:15:30`],
        [headings.eventId, String(eventId)],
        [headings.category, ''],
        [headings.level, level],
        [headings.keywords, ''],
        [headings.user, ''],
        [headings.computer, 'SRV1'],
        [headings.description, ''],
      ] as const
    ).map(([heading, value]) => `${wordOf(heading)}: ${value}`),
    ...message,
    '',
  ].join('\r\n');
}

/** The same as the log has it: the reason is an insert. */
const logged = (hour: string, [source, eventId, ...strings]: Logged): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${source}'/>` +
  `<EventID Qualifiers='49152'>${eventId}</EventID><Level>2</Level><TimeCreated SystemTime='2021-03-12T${hour}:15:30Z'/>` +
  `<EventRecordID>${Number(hour)}</EventRecordID><Channel>System</Channel><Computer>SRV1</Computer></System>` +
  `<EventData>${strings.map((text) => `<Data>${text}</Data>`).join('')}</EventData></Event>`;

async function diagnosed(name: string, content: string) {
  const { findings } = await diagnose([sourceOf(name, content)], {});
  return findings.map(({ ruleId, grade, key, causes }) => ({ ruleId, grade, key, cause: causes[0]?.id ?? null }));
}
/** The keys of services apart: not every language is known to say the name. */
const unnamed = (findings: Awaited<ReturnType<typeof diagnosed>>) => findings.map(({ key: _, ...rest }) => rest);

const LATE: Case = {
  event: [SCM, 7000, 'Agent X', '%%1053'],
  rule: 'services/start-timeout',
  named: [
    [
      'en',
      'Error',
      'The Agent X service failed to start due to the following error: ',
      'The service did not respond to the start or control request in a timely fashion.',
    ],
    [
      'de',
      'Fehler',
      'Der Dienst "Agent X" wurde aufgrund folgenden Fehlers nicht gestartet: ',
      'Der Dienst antwortete nicht rechtzeitig auf die Start- oder Steuerungsanforderung.',
    ],
    [
      'fr',
      'Erreur',
      'Le service Agent X n’a pas pu démarrer en raison de l’erreur : ',
      'Le service n’a pas répondu assez vite à la demande de lancement ou de contrôle.',
    ],
    [
      'es',
      'Error',
      'El servicio Agent X no pudo iniciarse debido al siguiente error: ',
      'El servicio no respondió a tiempo a la solicitud de inicio o de control.',
    ],
    [
      'it',
      'Errore',
      'Il servizio Agent X non è stato avviato per il seguente errore: ',
      'Il servizio non ha risposto alla richiesta di avvio o controllo nel tempo previsto.',
    ],
    [
      'ja',
      'エラー',
      'Agent X サービスは次のエラーのため開始できませんでした: ',
      'そのサービスは指定時間内に開始要求または制御要求に応答しませんでした。',
    ],
    ['zh-CN', '错误', '由于下列错误，Agent X 服务启动失败: ', '服务没有及时响应启动或控制请求。'],
    ['zh-CN', '错误', '由于下列错误，Agent X 服务启动失败: 服务并未及时响应启动或控制请求。'],
  ],
  nameless: [
    ['pt-BR', 'Erro', 'Agent X: ', 'O serviço não respondeu à requisição de início ou controle em tempo hábil.'],
    ['pl', 'Błąd', 'Agent X: ', 'Usługa nie odpowiada na sygnał uruchomienia w oczekiwanym czasie.'],
    ['ru', 'Ошибка', 'Agent X: ', 'Служба не ответила на запрос своевременно.'],
    ['zh-TW', '錯誤', 'Agent X: ', '服務沒有及時回應啟動或控制要求。'],
  ],
};
const NO_FILE: Case = {
  event: [SCM, 7000, 'Agent X', '%%2'],
  rule: 'services/program-file-missing',
  named: [
    [
      'en',
      'Error',
      'The Agent X service failed to start due to the following error: ',
      'The system cannot find the file specified.',
    ],
    [
      'de',
      'Fehler',
      'Der Dienst "Agent X" wurde aufgrund folgenden Fehlers nicht gestartet: ',
      'Das System kann die angegebene Datei nicht finden.',
    ],
    [
      'fr',
      'Erreur',
      "Le service Agent X n'a pas pu démarrer en raison de l'erreur suivante : ",
      'Le fichier spécifié est introuvable.',
    ],
    [
      'es',
      'Error',
      'El servicio Agent X no pudo iniciarse debido al siguiente error: ',
      'El sistema no puede encontrar el archivo especificado.',
    ],
    [
      'it',
      'Errore',
      'Il servizio Agent X non è stato avviato per il seguente errore: ',
      'Impossibile trovare il file specificato.',
    ],
    [
      'ja',
      'エラー',
      'Agent X サービスは次のエラーのため開始できませんでした: ',
      '指定されたファイルが見つかりません。',
    ],
    ['zh-CN', '错误', '由于下列错误，Agent X 服务启动失败: ', '系统找不到指定的文件。'],
  ],
  nameless: [
    ['pt-BR', 'Erro', 'Agent X: ', 'O sistema não pode encontrar o arquivo especificado.'],
    ['nl', 'Fout', 'Agent X: ', 'Het systeem kan het opgegeven bestand niet vinden.'],
    ['pl', 'Błąd', 'Agent X: ', 'Nie można odnaleźć określonego pliku.'],
    ['ru', 'Ошибка', 'Agent X: ', 'Не удается найти указанный файл.'],
    ['cs', 'Chyba', 'Agent X: ', 'Systém nemůže nalézt uvedený soubor.'],
    ['tr', 'Hata', 'Agent X: ', 'Sistem belirtilen dosyayı bulamıyor.'],
    ['sv', 'Fel', 'Agent X: ', 'Det går inte att hitta filen.'],
    ['zh-TW', '錯誤', 'Agent X: ', '系統找不到指定的檔案。'],
    ['ko', '오류', 'Agent X: ', '지정된 파일을 찾을 수 없습니다.'],
  ],
};
const DENIED: Case = {
  event: [SCM, 7023, 'Agent X', '%%5'],
  rule: 'services/access-denied-at-start',
  named: [
    ['en', 'Error', 'The Agent X service terminated with the following error: ', 'Access is denied.'],
    ['zh-CN', '错误', 'Agent X 服务因下列错误而停止: ', '拒绝访问。'],
  ],
  nameless: [
    ['de', 'Fehler', 'Agent X:', 'Zugriff verweigert'],
    ['fr', 'Erreur', 'Agent X :', 'Accès refusé.'],
    ['ru', 'Ошибка', 'Agent X: ', 'Отказано в доступе.'],
    ['ko', '오류', 'Agent X: ', '액세스가 거부되었습니다.'],
  ],
};
const WRONG_PASSWORD: Case = {
  event: [SCM, 7038, 'Agent X', 'CORP\\svc', '%%1326'],
  rule: 'services/service-account-cannot-log-on',
  named: [
    [
      ...(['en', 'Error'] as const),
      'The Agent X service was unable to log on as CORP\\svc with the currently configured password due to the following error: ',
      'The user name or password is incorrect.',
      '',
      'To ensure that the service is configured properly, use the Services snap-in in Microsoft Management Console (MMC).',
    ],
  ],
  nameless: [
    ['fr', 'Erreur', 'Agent X, CORP\\svc : ', 'Le nom d’utilisateur ou le mot de passe est incorrect.', '', 'Agent X'],
    [
      'ja',
      'エラー',
      '現在構成されているパスワードでは、次のエラーにより Agent X サービスにログオンできませんでした: ',
      'ユーザー名またはパスワードが正しくありません。',
    ],
    [
      'ru',
      'Ошибка',
      'Agent X, CORP\\svc: ',
      'Вход в систему не произведен: имя пользователя или пароль не опознаны.',
      '',
      'Agent X',
    ],
  ],
};
const NO_CONTROLLER: Case = {
  event: ['NETLOGON', 5719, 'CORP', '%%1311'],
  hours: ['08', '10', '12', '14'],
  rule: 'directory/no-logon-server',
  named: [
    [
      ...(['en', 'Error'] as const),
      'This computer was not able to set up a secure session with a domain controller in domain CORP due to the following: ',
      'There are currently no logon servers available to service the logon request. ',
      'This may lead to authentication problems.',
    ],
  ],
  nameless: [
    [
      'fr',
      'Erreur',
      'CORP : ',
      'Nous n’avons pas pu vous connecter avec ces informations d’identification, car votre domaine n’est pas disponible. Vérifiez que votre appareil est connecté au réseau.',
    ],
    ['ru', 'Ошибка', 'CORP: ', 'Отсутствуют серверы, которые могли бы обработать запрос на вход в сеть. ', 'CORP'],
  ],
};

const DISABLED: Case = {
  event: [SCM, 7001, 'Agent X', 'Helper', '%%1058'],
  rule: 'services/dependency-did-not-start',
  named: [
    [
      'en',
      'Error',
      'The Agent X service depends on the Helper service which failed to start because of the following error: ',
      'The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.',
    ],
  ],
  nameless: [
    [
      'de',
      'Fehler',
      'Agent X: ',
      'Der angegebene Dienst kann nicht gestartet werden. Er ist deaktiviert oder nicht mit aktivierten Geräten verbunden.',
    ],
    [
      'fr',
      'Erreur',
      'Agent X : ',
      'Le service ne peut pas être démarré parce qu’il est désactivé ou qu’aucun périphérique activé ne lui est associé.',
    ],
    [
      'es',
      'Error',
      'Agent X: ',
      'No se puede iniciar el servicio, porque está deshabilitado o porque no tiene dispositivos habilitados asociados a él.',
    ],
    [
      'pt-PT',
      'Erro',
      'Agent X: ',
      'O serviço não pode ser iniciado porque está desactivado ',
      'ou não tem dispositivos activados associados.',
    ],
    [
      'ru',
      'Ошибка',
      'Agent X: ',
      'Указанная служба не может быть запущена, поскольку она отключена или все связанные с ней устройства отключены.',
    ],
    ['zh-CN', '错误', 'Agent X: ', '无法启动服务，原因可能是它被禁用或与它相关联的设备没有启动。'],
  ],
};

describe.each([LATE, NO_FILE, DENIED, WRONG_PASSWORD, NO_CONTROLLER, DISABLED])(
  '$rule',
  ({ event, hours = ['08'], rule, named, nameless }) => {
    const ofLog = () => diagnosed('log.xml', hours.map((hour) => logged(hour, event)).join('\n'));
    const ofPaste = (paste: Paste) =>
      diagnosed('paste.txt', hours.map((hour) => pasted(hour, event, paste)).join('\r\n'));
    test.each(named.map((paste) => ({ language: paste[0], paste })))('$language: as the log', async ({ paste }) => {
      const asLogged = await ofLog();
      expect(asLogged.map(({ ruleId }) => ruleId)).toContain(rule);
      expect(await ofPaste(paste)).toEqual(asLogged);
    });
    test.each(nameless.map((paste) => ({ language: paste[0], paste })))(
      '$language: as the log, but for the names',
      async ({ paste }) => {
        expect(unnamed(await ofPaste(paste))).toEqual(unnamed(await ofLog()));
      },
    );
  },
);
