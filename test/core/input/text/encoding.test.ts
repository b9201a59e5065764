import { describe, expect, test } from 'vitest';
import type { CodePage } from '../../../../src/core/input/text/code-pages.ts';
import { decodeBlock, type TextEncodingName } from '../../../../src/core/input/text/decode-block.ts';
import { chooseEncoding, HEAD_BYTES } from '../../../../src/core/input/text/encoding.ts';
import { joined } from '../../../support/sources.ts';
import { countGermanHeadings, encode, latin1, noHeadings, utf8, utf16 } from './pieces.ts';

const chosen = (bytes: Uint8Array, wholeInput = true, score = noHeadings): TextEncodingName =>
  chooseEncoding(bytes, wholeInput, score).encoding;

describe('byte order marks', () => {
  test('each decides', () => {
    expect(chosen(latin1('\xef\xbb\xbfabc'))).toBe('utf-8');
    expect(chosen(joined(latin1('\xff\xfe'), utf16('abc')))).toBe('utf-16le');
    expect(chosen(joined(latin1('\xfe\xff'), utf16('abc', 'be')))).toBe('utf-16be');
  });

  test('one beats what the text declares', () => {
    const declared = '<?xml version="1.0" encoding="utf-8"?><Events/>';
    expect(chosen(joined(latin1('\xff\xfe'), utf16(declared)))).toBe('utf-16le');
    expect(chosen(joined(latin1('\xef\xbb\xbf'), utf8('<?xml encoding="utf-16"?><a>ü</a>')))).toBe('utf-8');
    expect(chosen(joined(latin1('\xef\xbb\xbf'), latin1('encoding="windows-1251" \xfc\xfc\xfc')))).toBe('utf-8');
  });
});

describe('UTF-16 without a mark', () => {
  const texts = {
    English: 'Log Name:      Application\r\n',
    German: 'Protokollname: Application\r\nSchlüsselwörter:Klassisch\r\n',
    Russian: 'Имя журнала:   Application\r\nИсточник:      VSS\r\n',
    Chinese: '日志名称:          Application\r\n来源:            VSS\r\n描述:\r\n卷影副本服务错误。\r\n',
    'Japanese with few blanks': `${'ボリュームシャドウコピーサービスのエラーです。処理に失敗しました。'.repeat(3)}\r\n`,
    'Russian without a blank': 'Источникошибки\r\n',
    'Chinese of one line': '事件类型错误服务启动失败',
    'one letter': 'a',
  };
  test.each(Object.entries(texts))('%s text is found in both orders', (_name, text) => {
    expect(chosen(utf16(text))).toBe('utf-16le');
    expect(chosen(utf16(text, 'be'))).toBe('utf-16be');
  });

  test('NULs that fill an ASCII file are not UTF-16', () => {
    expect(chosen(joined(utf8('Event ID: 9607\r\n'), new Uint8Array(5000)))).toBe('utf-8');
  });

  test('a NUL in ASCII text is not UTF-16', () => {
    expect(chosen(utf8('Service\0control manager stopped the service\r\n'))).toBe('utf-8');
    expect(chosen(utf8(`${'name=value\0'.repeat(3)}and a longer text that is plain ASCII`))).toBe('utf-8');
  });

  test('ASCII that UTF-16 follows is not UTF-16 itself', () => {
    expect(chosen(joined(utf8(`${'x'.repeat(60)}\r\n`), utf16('Event ID: 9607\r\n'.repeat(100))))).toBe('utf-8');
  });
});

describe('UTF-8', () => {
  test('is what is valid as UTF-8', () => {
    expect(chooseEncoding(utf8('Größe'), true, noHeadings)).toEqual({ encoding: 'utf-8', decided: true, repairs: [] });
  });

  test('ASCII decides nothing', () => {
    expect(chooseEncoding(utf8('Event ID: 1'), true, noHeadings)).toEqual({
      encoding: 'utf-8',
      decided: false,
      repairs: [],
    });
    expect(chooseEncoding(new Uint8Array(0), true, noHeadings).decided).toBe(false);
  });

  test.each([1, 2, 3])('the head may end %i byte(s) inside a character', (bytes) => {
    const head = joined(utf8('Größe '), utf8('\u{1f600}').subarray(0, bytes));
    expect(chosen(head, false)).toBe('utf-8');
    expect(chosen(joined(utf8('plain '), utf8('ü').subarray(0, 1)), false)).toBe('utf-8');
  });

  test('what is beyond the head does not count, though it was given', () => {
    const bytes = joined(utf8('x'.repeat(HEAD_BYTES - 1)), utf8('ü'), latin1('\xfc'.repeat(9)));
    expect(chooseEncoding(bytes, true, noHeadings)).toEqual({ encoding: 'utf-8', decided: false, repairs: [] });
  });

  test('at the very end of an input half a character is no UTF-8', () => {
    expect(chosen(latin1('Gr\xfc'), true)).toBe('windows-1252');
    expect(chosen(latin1('Caf\xe9'), true)).toBe('windows-1252');
  });

  test('a few damaged bytes among many right ones do not change it', () => {
    expect(chosen(joined(utf8('äöüßéèàçñøåæ'), latin1('\xfc\x80'), utf8('größer')))).toBe('utf-8');
  });
});

describe('code pages told by the words alone', () => {
  const texts: readonly (readonly [CodePage, string])[] = [
    ['windows-1252', 'Für die Überprüfung der Größe wäre ein Schlüssel nötig.'],
    ['ibm850', 'Für die Überprüfung der Größe wäre ein Schlüssel nötig.'],
    [
      'windows-1252',
      'Le service n’a pas répondu à la requête de démarrage ou de contrôle en temps voulu, opération terminée.',
    ],
    [
      'ibm850',
      "Le service n'a pas répondu à la requête de démarrage ou de contrôle en temps voulu, opération terminée.",
    ],
    ['windows-1252', 'La operación se completó. ¿Está en ejecución? El año y la versión: «información».'],
    ['windows-1252', 'Não foi possível iniciar a sessão: operação não concluída, informações inválidas.'],
    ['windows-1252', 'Tjänsten kunde inte startas på grund av ett fel när åtgärden utfördes.'],
    ['windows-1252', 'Tjenesten kunne ikke startes på grunn av følgende feil: prøv å gjøre det på nytt, være klar.'],
    [
      'windows-1250',
      'Usługa nie może zostać uruchomiona, ponieważ wystąpił błąd: żądana ścieżka nie została znaleziona.',
    ],
    ['ibm852', 'Usługa nie może zostać uruchomiona, ponieważ wystąpił błąd: żądana ścieżka nie została znaleziona.'],
    [
      'windows-1250',
      'Službu nelze spustit, protože došlo k následující chybě: přístup byl odepřen, zkuste to později.',
    ],
    [
      'windows-1250',
      'A szolgáltatás a következő hiba miatt nem indult el: az elérési út nem található, ellenőrizze újra a fürtöt.',
    ],
    ['windows-1251', 'Служба не ответила на запрос своевременно. Ошибка при запуске теневой копии тома.'],
    ['ibm866', 'Служба не ответила на запрос своевременно. Ошибка при запуске теневой копии тома.'],
    ['windows-1251', 'Не вдалося запустити службу через таку помилку: служба не відповіла на запит своєчасно.'],
    ['windows-1253', 'Η υπηρεσία δεν ανταποκρίθηκε εγκαίρως στην αίτηση έναρξης ή ελέγχου.'],
    [
      'windows-1254',
      'Hizmet başlatma isteğine zamanında yanıt vermedi. Aşağıdaki hata oluştu: sistem belirtilen yolu bulamıyor.',
    ],
    [
      'ibm857',
      'Hizmet başlatma isteğine zamanında yanıt vermedi. Aşağıdaki hata oluştu: sistem belirtilen yolu bulamıyor.',
    ],
    ['windows-1255', 'השירות לא הגיב לבקשת ההפעלה או הבקרה בזמן המתאים'],
    ['windows-1256', 'لم تستجب الخدمة لطلب البدء أو التحكم في الوقت المناسب'],
    ['shift_jis', 'サービスは時間内に開始要求または制御要求に応答しませんでした。エラーが発生しました。'],
    ['gb18030', '服务没有及时响应启动或控制请求。发生了下列错误：系统找不到指定的文件。'],
    ['euc-kr', '서비스가 시작 또는 제어 요청에 적시에 응답하지 않았습니다. 다음 오류가 발생했습니다.'],
    ['big5', '服務沒有即時回應啟動或控制要求。發生下列錯誤：系統找不到指定的檔案。'],
  ];
  test.each(texts)('%s: %s', (page, text) => {
    const bytes = encode(text, page);
    const choice = chooseEncoding(bytes, true, noHeadings);
    expect(choice).toEqual({ encoding: page, decided: true, repairs: [] });
    expect(decodeBlock(choice.encoding, bytes, true).text).toBe(text);
  });

  test('a tree drawn by a console is not western letters', () => {
    expect(
      chosen(latin1('C:\\\r\n\xc3\xc4\xc4\xc4Windows\r\n\xb3   \xc0\xc4\xc4\xc4System32\r\n\xc0\xc4\xc4\xc4Users\r\n')),
    ).toBe('ibm850');
  });

  test('one letter that several pages have goes to windows-1252', () => {
    expect(chosen(latin1('Caf\xe9 pr\xe8s'))).toBe('windows-1252');
    expect(chosen(latin1('M\xfcller'))).toBe('windows-1252');
  });
});

describe('headings', () => {
  test('decide before any likelihood', () => {
    const words = 'Schlüsselwörter:Klassisch\r\n';
    expect(chosen(encode(words, 'ibm850'), true, countGermanHeadings)).toBe('ibm850');
    const cyrillic = encode('Служба не ответила на запрос своевременно.\r\n', 'windows-1251');
    const mixed = joined(encode(words, 'windows-1252'), cyrillic);
    expect(chosen(mixed)).toBe('windows-1251');
    expect(decodeBlock(chosen(mixed, true, countGermanHeadings), mixed, true).text).toContain(words);
  });

  test('are looked for in the head only', () => {
    const filler = utf8('x'.repeat(HEAD_BYTES - 6));
    expect(
      chosen(joined(filler, latin1('caf\xe9\r\n'), encode('Schlüsselwörter:', 'ibm850')), false, countGermanHeadings),
    ).toBe('windows-1252');
  });
});

describe('declarations', () => {
  test('that of XML or HTML decides between code pages', () => {
    const text = 'è ê ù';
    expect(
      chosen(joined(utf8('<?xml version="1.0" encoding="windows-1250"?>\n'), encode('č ę ů', 'windows-1250'))),
    ).toBe('windows-1250');
    expect(chosen(joined(utf8("<?xml version='1.0' encoding='ISO-8859-1'?>\n"), encode(text, 'windows-1252')))).toBe(
      'windows-1252',
    );
    expect(
      chosen(
        joined(utf8('<html><META http-equiv=x content="text/html; charset=GB2312">'), encode('系统找不到', 'gb18030')),
      ),
    ).toBe('gb18030');
  });

  test('one that the bytes contradict, or that names nothing, does not', () => {
    const german = encode('Für die Überprüfung der Größe', 'windows-1252');
    expect(chosen(joined(utf8('<?xml version="1.0" encoding="utf-8"?>\n'), german))).toBe('windows-1252');
    expect(chosen(joined(utf8('<?xml version="1.0" encoding="klingon"?>\n'), german))).toBe('windows-1252');
    expect(chosen(joined(utf8('<?xml version="1.0" encoding="shift_jis"?>\n'), german, latin1('\xfc \xa0')))).toBe(
      'windows-1252',
    );
  });
});
