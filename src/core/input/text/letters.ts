import type { CodePage } from './code-pages.ts';

/**
 * The letters beside ASCII of the languages Windows writes logs in, the frequent ones first, with the code pages that a Windows of
 * this language uses (ANSI, then console). They tell which code page makes words of a text without any known heading.
 * The order is that of technical messages; for Chinese, Japanese and Korean the most frequent characters of logs and of prose.
 */
interface LanguageLetters {
  readonly encodings: readonly CodePage[];
  readonly letters: string;
}

const WESTERN = ['windows-1252', 'ibm850', 'ibm437'] as const;
const CENTRAL = ['windows-1250', 'ibm852'] as const;
const CYRILLIC = ['windows-1251', 'ibm866'] as const;
const BALTIC = ['windows-1257'] as const;

export const languageLetters: readonly LanguageLetters[] = [
  { encodings: WESTERN, letters: 'üöäß' }, // German
  { encodings: WESTERN, letters: 'éèêàîôçûùâœïëæ' }, // French
  { encodings: WESTERN, letters: 'óáíéúñüçò' }, // Spanish, Catalan
  { encodings: WESTERN, letters: 'èàòéùìî' }, // Italian
  { encodings: WESTERN, letters: 'ãçáéóíõêâúàôü' }, // Portuguese
  { encodings: WESTERN, letters: 'äåöéšž' }, // Swedish, Finnish
  { encodings: WESTERN, letters: 'øåæéö' }, // Danish, Norwegian
  { encodings: WESTERN, letters: 'ëéïèöüêç' }, // Dutch
  { encodings: WESTERN, letters: 'íáðöéúóþæý' }, // Icelandic
  { encodings: CENTRAL, letters: 'íáéřžýěůčšúňóťďľôäĺŕ' }, // Czech, Slovak
  { encodings: CENTRAL, letters: 'żłćśąęóńź' }, // Polish
  { encodings: CENTRAL, letters: 'áéöíőóüúű' }, // Hungarian
  { encodings: CENTRAL, letters: 'ăîţâşșț' }, // Romanian
  { encodings: CENTRAL, letters: 'čšžćđ' }, // Croatian, Slovenian
  { encodings: ['windows-1254', 'ibm857'], letters: 'ıüşğçöİâîû' }, // Turkish
  { encodings: CYRILLIC, letters: 'оеитансрвлмпкдяузьыбйжчгфюхэщцшъё' }, // Russian
  { encodings: CYRILLIC, letters: 'оанивіетрслкдумпязьбгйчїцєхжюшщфґ' }, // Ukrainian
  { encodings: CYRILLIC, letters: 'аеоитнрсвлкдпмзягбъучцжщхшйюф' }, // Bulgarian
  { encodings: ['windows-1253'], letters: 'αοιετσνηυρπκμλςγδωίόάέήχθφύβξζώψϊϋ' }, // Greek
  { encodings: ['windows-1255'], letters: 'יוהלאתרבמשנקדעחפטגכסצזםןךףץ' }, // Hebrew
  { encodings: ['windows-1256'], letters: 'ايلمنرتبوةعدسفهكقحجشصطخذزثأإىئءضؤظغآ' }, // Arabic
  { encodings: ['windows-874'], letters: 'านรกอเงมยลดวตทสะปคบพหจขแใไชซถผฟธณศษโภฐญฉ่้ัีิื็ำ์ูุึ๊๋' }, // Thai
  { encodings: BALTIC, letters: 'ėšžįųčąūę' }, // Lithuanian
  { encodings: BALTIC, letters: 'āīēšņļžūģķčŗ' }, // Latvian
  { encodings: BALTIC, letters: 'äõüöšž' }, // Estonian
  {
    encodings: ['shift_jis'],
    letters:
      'のすーまはでをにしるトンてがイいスクルラれたさせプんきりことパタあフなメかジテッロポィァドコエシリオみュェグバめアョらっレデだベチャつソべネサよキマむもありましたエラーの' +
      '使用定数名必指言宣子前値場合変的出関含照参可効式成解加持期追決日時分月年中行動起停止続理管開始終了失敗原因詳細情報警告重大不明正常回復処接要求応答書込読取更新保存記録名前説明元種類発生対象認証権限有無実不能同期',
  },
  {
    encodings: ['gb18030'],
    letters:
      '的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从' +
      '误错信息件服务系统启动停止未知失败文数据计算机户名称描述来源级别型类关闭状态备份卷影副本设备磁盘网络程序模块应管理员操作位置值参请求访问权限登录安全原因码记录日志未找指描述任务详细警告关键字读写处理完成',
  },
  {
    encodings: ['euc-kr'],
    letters:
      '니다이는에수습가식을형용를지의사로하할없합스있서기일은정파성자내인모시되변함만보선않언된요개한드오래름대입속프나야상문조환거해라클져또적추경여터고어매확그트중호설리포출필세션참우반버생구옵유명위도소록본러전처낸제빗값었메' +
      '체열치비아페동별공주므석화데신과와접및찾려류오',
  },
  {
    encodings: ['big5'],
    letters:
      '的一是不了在人有我他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生會那後能對著事其裡所去行過家十用發天如然作方成者多日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從' +
      '誤錯資訊件服務系統啟動停止未知失敗檔案數據計算機使用者名稱描述來源層級類型關閉狀態備份磁碟區陰影複製裝置網路程式模組管理員操作位置值參數請求存取權限登入安全原因碼記錄找指定工作詳細警告鍵字讀寫處完成',
  },
];
