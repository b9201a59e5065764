import { expect, test } from 'vitest';
import { insertInMessage } from '../../../../src/core/knowledge/words/message-inserts.ts';

const SCM = 'Service Control Manager';
const inserts = (eventId: number, message: string) =>
  [1, 2].map((position) => insertInMessage(SCM, eventId, message, position));

test.each([
  [
    7000,
    'The SQL Server 14.0 (X) service failed to start due to the following error: \r\nAccess is denied.',
    'SQL Server 14.0 (X)',
    null,
  ],
  [7000, 'Der Dienst Agent 2.0 wurde aufgrund folgenden Fehlers nicht gestartet:', 'Agent 2.0', null],
  [7000, 'Le service Agent n’a pas pu démarrer en raison de l’erreur suivante : x', 'Agent', null],
  [7000, 'El servicio Mercury32 no pudo iniciarse debido al siguiente error: ', 'Mercury32', null],
  [7000, 'Il servizio Agent non è stato avviato per il seguente errore:', 'Agent', null],
  [7000, 'SQL Server Launchpad サービスは次のエラーのため開始できませんでした: ', 'SQL Server Launchpad', null],
  [7000, '由于下列错误，SharePoint Portal Administration 服务启动失败:', 'SharePoint Portal Administration', null],
  [
    7000,
    '다음 오류로 인해 Agent 2.0 서비스를 시작하지 못했습니다. \n지정된 파일을 찾을 수 없습니다.',
    'Agent 2.0',
    null,
  ],
  [7001, 'The A B service depends on the C service which failed to start because of the following error: ', 'A B', 'C'],
  [
    7009,
    'A timeout was reached (30000 milliseconds) while waiting for the Agent 2.0 service to connect.',
    '30000',
    'Agent 2.0',
  ],
  [
    7009,
    'Le dépassement de délai (120 000 millisecondes) a été atteint lors de l’attente de la connexion du service Agent 2.0.',
    '120 000',
    'Agent 2.0',
  ],
  [7009, 'Se agotó el tiempo de espera (30000 ms) para la conexión con el servicio Mercury32.', '30000', 'Mercury32'],
  [7009, "Timeout (120000 millisecondi) durante l'attesa della connessione del servizio Agent.", '120000', 'Agent'],
  [7009, 'Превышение времени ожидания (120000 мс) при ожидании подключения службы "Agent".', '120000', 'Agent'],
  [7009, 'Agent サービスの接続待機中にタイムアウトになりました (120000 ミリ秒)。', '120000', 'Agent'],
  [7009, '等待 WslService 服务的连接超时(30000 毫秒)。', '30000', 'WslService'],
  [7023, 'webthreatdefusersvc_1 服务因下列错误而停止: ', 'webthreatdefusersvc_1', null],
  [7031, 'RdAgent サービスは予期せぬ原因により終了しました。', 'RdAgent', null],
  [7034, 'Служба Kelevra была неожиданно завершена. Это произошло 3 раз(а).', 'Kelevra', null],
  [
    7038,
    'The A service was unable to log on as CORP\\svc with the currently configured password due to the following error: ',
    'A',
    'CORP\\svc',
  ],
] as const)('%d: %s', (eventId, message, first, second) => {
  expect(inserts(eventId, message)).toEqual([first, second]);
});

test('a message of another form, event or source says none', () => {
  expect(inserts(7000, 'Agent X: Access is denied.')).toEqual([null, null]);
  expect(inserts(7009, 'The A service failed to start due to the following error: ')).toEqual([null, null]);
  expect(inserts(9999, 'The A service failed to start due to the following error: ')).toEqual([null, null]);
  expect(
    insertInMessage('MSExchangeIS', 7000, 'The A service failed to start due to the following error: ', 1),
  ).toBeNull();
});
