import type { Level } from '../../model/event.ts';
import { beginningsLike } from './beginnings-in-words.ts';
import { engineMessage } from './engine-messages.ts';
import { installerMessage } from './installer-messages.ts';
import { MANIFEST_BEGINNINGS } from './manifest-beginnings.ts';
import { MESSAGE_BEGINNINGS } from './message-beginnings.ts';
import { portMessage } from './port-messages.ts';
import type { ToldEvent } from './told-event.ts';

/** An event that its message alone tells: no other event begins so. */
interface TellingMessage extends ToldEvent {
  readonly begins: RegExp;
  /** What the lines behind say, where the first one is not enough. */
  readonly goesOn?: RegExp;
}

/** Language by language as real messages begin; retyped ones lack the colon. */
const CRASH =
  "Faulting application name|Name der fehlerhaften Anwendung|Nom de l['’]application défaillante|Nombre de la aplicación con errores|" +
  "Nome dell['’]applicazione che ha generato l['’]errore|Hatalı uygulama adı|失敗的應用程式名稱|오류 있는 응용 프로그램 이름|" +
  'Nome do aplicativo com falha|Nazwa aplikacji powodującej błąd|Имя сбойного приложения|错误应用程序名称|出错应用程序名称|障害が発生しているアプリケーション名';
const APPLICATION_ERROR = new RegExp(
  `^(?:${CRASH})\\s?[:：]?\\s?[^,，、]{1,260}[,，、]\\s?\\p{L}{2,12}\\s?[:：]?\\s?\\d+(?:\\.\\d+){1,3}`,
  'u',
);
/** Its errors begin so, as far as somebody was seen to paste them: German is of 8194, French of 12289, Japanese of several. */
const VSS_DE = 'Volumeschattenkopie-Dienstfehler\\s?: ';
const VSS_FR = 'Erreur du service de cliché instantané des volumes\\s?: ';
const VSS_JA = 'ボリューム シャドウ コピー サービス エラー\\s?[:：]\\s?';
/** The viewer copies it with a time in quotes, of which the first is gone here. */
const BACKUP_JA = "(?:\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,24}Z['’] ?に)?開始したバックアップ操作は、次のエラー コード ";
const UNABLE_TO_LOG_ON =
  /^The \S.{0,255}? service was unable to log on as .{1,255}? with the currently configured password/;
const NET_PROGRAM = /^Application: \S.{0,255}\.exe\s*$/im;
const CORRECTED = /^A corrected hardware error has occurred\./;
/** Its messages begin alike; what is wrong stands behind the names of the program and of the manifest. */
const NO_CONTEXT = 'Activation context generation failed for "[^"\n]{1,260}"\\.\\s{0,4}';
const OF_MANIFEST = `${NO_CONTEXT}Error in manifest or policy file "[^"\n]{0,260}" on line \\d{0,9}\\.\\s{1,4}`;
const NO_CONTEXT_DE = 'Fehler beim Generieren des Aktivierungskontexte?s für "[^"\n]{1,260}"\\.\\s{0,4}';
const OF_MANIFEST_DE = `${NO_CONTEXT_DE}Fehler in Manifest- oder Richtliniendatei "[^"\n]{0,260}" in Zeile \\s{0,2}\\d{0,9}\\.\\s{1,4}`;
const inLog =
  (log: 'System' | 'Application') =>
  (source: string, eventId: number, level: Level | null, begins: RegExp, goesOn?: RegExp): TellingMessage => ({
    source,
    eventId,
    log,
    level,
    begins,
    ...(goesOn === undefined ? {} : { goesOn }),
  });
const [system, application] = [inLog('System'), inLog('Application')];

/** What takes more than words and inserts to tell. Sources: the message files of Windows, as the events of real logs show them. */
const PATTERNS: readonly TellingMessage[] = [
  application('Application Error', 1000, 'error', APPLICATION_ERROR),
  application(
    ...(['Application Error', 1000, 'error'] as const),
    /^Faulting application \S{1,260}, version \d+(?:\.\d+){1,3},(?: stamp [\da-f]+,)? faulting module /,
  ),
  application(
    ...(['Application Hang', 1002, 'error'] as const),
    /^The program \S{1,260} version \S{1,64} stopped interacting with Windows and was closed\./,
  ),
  application(
    ...(['.NET Runtime', 1026, 'error', NET_PROGRAM] as const),
    /^[>|\s]{0,16}Description: The process was terminated due to an unhandled exception\./m,
  ),
  application(
    ...(['.NET Runtime', 1025, 'error', NET_PROGRAM] as const),
    /^[>|\s]{0,16}Description: The application requested process termination through System\.Environment\.FailFast\b/m,
  ),
  application(
    ...(['.NET Runtime', 1023, 'error', NET_PROGRAM] as const),
    /^[>|\s]{0,16}Description: The process was terminated due to an internal error in the \.NET Runtime\b/m,
  ),
  application(
    ...(['.NET Runtime', 1027, 'error', NET_PROGRAM] as const),
    /^[>|\s]{0,16}Description: The process was terminated due to a stack overflow\./m,
  ),
  application(
    ...([
      'Windows Error Reporting',
      1001,
      'information',
      /^(?:Fault bucket|Fehlerbucket|Bucket errato) [^,\n]{0,260},\s?(?:type|Typ|tipo) \d{1,10}\s{0,8}(?:\n|$)/,
    ] as const),
    /^(?:Event Name|Ereignisname|Nome evento): \S/m,
  ),
  application(
    ...([
      'Windows Error Reporting',
      1001,
      'information',
      /^Fault bucket [^,\n]{0,260}, type \d{1,10} Event Name: \S/,
    ] as const),
  ),
  // The same report as the dialog and the Reliability Monitor show it.
  application(
    ...(['Windows Error Reporting', 1001, 'information', /^Problem signature:?\s{0,8}(?:\n|$)/] as const),
    /^[>|\s*•-]{0,16}Problem Event Name:\s{1,40}\w{3,40}\s*$/m,
  ),
  application(
    ...(['VSS', 8193, 'error'] as const),
    /^Volume Shadow Copy Service error: Unexpected error calling routine \S.{0,255}?\.?\s{1,4}hr = 0x[\da-f]{8}/i,
  ),
  application(
    ...(['VSS', 8194, 'error'] as const),
    new RegExp(
      `^${VSS_DE}Beim Abfragen nach der Schnittstelle ["“„]IVssWriterCallback["”“] ist ein unerwarteter Fehler`,
    ),
  ),
  // 12311 has a colon behind the call.
  application(
    ...(['VSS', 12289, 'error'] as const),
    new RegExp(
      `^(?:Volume Shadow Copy Service error: Unexpected error|${VSS_FR}erreur inattendue) \\w{3,64}\\(.{0,768}?\\)\\.\\s{1,4}hr = 0x[\\da-f]{8}`,
      'i',
    ),
  ),
  application(
    ...(['VSS', 8193, 'error'] as const),
    new RegExp(
      `^${VSS_JA}ルーチン \\S.{0,255}? の呼び出し中に予期しないエラーが発生しました。\\s{0,8}hr = 0x[\\da-f]{8}`,
      'i',
    ),
  ),
  application(
    ...(['VSS', 12289, 'error'] as const),
    new RegExp(`^${VSS_JA}予期しないエラー \\w{3,64}\\(.{0,768}?\\) です。\\s{0,8}hr = 0x[\\da-f]{8}`, 'i'),
  ),
  application(
    ...(['VSS', 8229, null] as const),
    /^エラー 0x800423[\da-f]{2}, .{0,160}?\s{0,8}により、VSS ライターはイベントを拒否しました。/i,
  ),
  application(
    ...(['Microsoft-Windows-Backup', 517, 'error'] as const),
    new RegExp(`^${BACKUP_JA}['’]0x[\\da-f]{8}['’]`, 'i'),
  ),
  // Other warnings of VSS name no routine of the engine.
  application(
    ...(['VSS', 12290, 'warning'] as const),
    /^Volume Shadow Copy Service warning: ESENT ERROR .{1,255}?\.\s{1,4}hr = 0x[\da-f]{8}/i,
  ),
  application(
    ...(['VSS', 12293, null] as const),
    /^Volume Shadow Copy Service error: Error calling a routine on (?:a|the) Shadow Copy Provider \{[\da-f-]{36}\}\. Routine details /i,
  ),
  // Its version stands in the name of the source, and not in the message.
  application(
    ...(['ASP.NET', 1309, 'warning'] as const),
    /^Event code: ?3005\s{1,8}Event message: ?An unhandled exception has occurred\./i,
  ),
  ...(
    [
      [33, `${NO_CONTEXT}Dependent Assembly `],
      [33, `${NO_CONTEXT_DE}Die abhängige Assemblierung `],
      [35, `${OF_MANIFEST}Component identity found in manifest does not match`],
      [35, `${OF_MANIFEST_DE}Die im Manifest gefundene Komponenten-ID stimmt nicht`],
      [59, `${OF_MANIFEST}Invalid Xml syntax`],
      [62, `${OF_MANIFEST}The required attribute `],
      [63, `${OF_MANIFEST}The value "[^"\n]{0,260}" of attribute `],
      [64, `${OF_MANIFEST}The attribute \\S{1,80} is not permitted in this context`],
      [
        72,
        `${OF_MANIFEST}The element \\S{1,260} appears as a child of element \\S{1,260} which is not supported by this`,
      ],
      // 80 in Windows 7 alone
      [78, `${OF_MANIFEST}A component version required by the application conflicts with another`],
      [78, `${OF_MANIFEST_DE}Eine für die Anwendung erforderliche Komponentenversion steht in Konflikt`],
    ] as const
  ).map(([eventId, begins]) => application('SideBySide', eventId, 'error', new RegExp(`^(?:${begins})`))),
  // Which of the two it is stands behind the first line.
  system(
    ...(['Service Control Manager', 7041, 'error', UNABLE_TO_LOG_ON] as const),
    /has not been granted the requested logon type/,
  ),
  system('Service Control Manager', 7038, 'error', UNABLE_TO_LOG_ON),
  system(
    ...(['Microsoft-Windows-WHEA-Logger', 18, 'error', /^A fatal hardware error has occurred\./] as const),
    /^Reported by component: Processor Core\s+Error Source: Machine Check Exception/m,
  ),
  system(
    ...(['Microsoft-Windows-WHEA-Logger', 17, 'warning', CORRECTED] as const),
    /^Component: PCI Express .{1,80}\s+Error Source: Advanced Error Reporting/m,
  ),
  system(
    ...(['Microsoft-Windows-WHEA-Logger', 19, 'warning', CORRECTED] as const),
    /^Reported by component: Processor Core\s+Error Source: Corrected Machine Check/m,
  ),
];

/** People type other quotes. */
const withPlainQuotes = (text: string): string =>
  '"‘“'.includes(text.charAt(0)) ? text.replace(/^["‘“]([^"'’”\n]{1,255})["’”]/, "'$1'") : text;

const OPENING_OF_PATTERN = new RegExp(
  '^(?:Faulting |Event code: ?3005|The program |The \\S.{0,255}? service was |Application: |Fault bucket |Fehlerbucket |Bucket errato |Problem signature|Activation context |Fehler beim Generieren |Volume Shadow |A fatal hardware |' +
    `A corrected hardware |${VSS_DE}|${VSS_FR}|${VSS_JA}|${BACKUP_JA}|エラー 0x800423|${CRASH})`,
);

const MAX_OPENING = 64;
/** Some messages have two blanks behind a sentence, of which pages keep one. */
function withSingleBlanks(text: string): string {
  const doubled = text.indexOf('  ');
  if (doubled < 0 || doubled >= MAX_OPENING) return text;
  return text.slice(0, MAX_OPENING).replaceAll('  ', ' ') + text.slice(MAX_OPENING);
}

/** The event that a text beginning so tells. @param behind the lines that follow; without it only what the first line tells */
export function tellingMessage(said: string, behind: () => string = () => ''): ToldEvent | null {
  const text = withPlainQuotes(said);
  const alike = beginningsLike(withSingleBlanks(text));
  const isPattern = OPENING_OF_PATTERN.test(text);
  if (isPattern || alike.length > 0) {
    const rest = behind();
    const whole = `${text}\n${rest}`;
    const told =
      alike.find(({ isBeginningOf }) => isBeginningOf(whole)) ??
      (isPattern
        ? PATTERNS.find(({ begins, goesOn }) => begins.test(whole) && (goesOn?.test(rest) ?? true))
        : undefined);
    if (told !== undefined) return told;
  }
  return engineMessage(text, behind) ?? portMessage(text) ?? installerMessage(text);
}

export const tellingSources: ReadonlySet<string> = new Set(
  [...PATTERNS, ...MESSAGE_BEGINNINGS, ...MANIFEST_BEGINNINGS].map(({ source }) => source),
);
