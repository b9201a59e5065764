import { describe, expect, test } from 'vitest';
import { rtfText } from '../../../../src/core/input/archives/documents/rtf-text.ts';
import { expandSource } from '../../../../src/core/input/archives/expand.ts';
import { SourceError } from '../../../../src/core/model/source-error.ts';
import { zipEntry, zipOf } from '../../../support/archives.ts';
import { joined, sourceOf, toBytes } from '../../../support/sources.ts';

/** The name and the text of each source that comes out, or the code that it ended with. */
async function textsIn(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const expanded of expandSource(sourceOf(name, bytes, 1000))) {
    if ('note' in expanded) {
      found.push(`${expanded.note.name}: ${expanded.note.problems.map(({ code }) => code).join()}`);
      continue;
    }
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of expanded.source.chunks()) text += decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      text += `!${error.code}`;
    }
    found.push(`${expanded.source.name}\n${text}`);
  }
  return found;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const STYLES = `${XML}<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot; days&quot;"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="22"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
const STRINGS = `${XML}<sst count="3"><si><t>Message</t></si><si><r><t xml:space="preserve">A </t></r><r><rPr><b/></rPr><t>"bad" block.</t></r><rPh sb="0"><t>no</t></rPh></si><si><t>x &lt;1&gt;_x000D_
y</t></si><si/></sst>`;

function workbook(rows: string, { more = '', is1904 = false } = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': `${XML}<Types/>`,
    'xl/workbook.xml': `${XML}<workbook><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId7"/>${more === '' ? '' : '<sheet name="C" sheetId="2" r:id="rId8"/>'}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId8" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId7" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `${XML}<worksheet><cols><col min="1"/></cols><sheetData>${more}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `${XML}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/media/image1.png': 'x',
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': STRINGS,
  });
}

describe('a workbook', () => {
  const HEAD =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Id</t></is></c><c r="B1" t="str"><f>1</f><v>TimeCreated</v></c><c r="C1" t="s"><v>0</v></c></row>';

  test('cells of all kinds, in the columns where they stand', async () => {
    const rows =
      '<row r="2"><c r="A2"><v>7</v></c><c r="B2" s="1"><v>44999.043090277781</v></c><c r="C2" t="s"><v>1</v></c></row>' +
      '<row r="3" spans="1:3"/><row r="4"><c r="B4" s="2"><v>44999</v></c><c r="C4" t="s"><v>2</v></c></row>' +
      '<row r="5"><c r="A5"><v>1.6787557230000001E12</v></c><c r="B5" s="3"><v>44999.5</v></c><c r="D5" t="d"><v>2023-03-14T01:02:03</v></c></row>' +
      '<row r="6"><c r="A6" t="b"><v>1</v></c><c r="B6" s="1"><v>0.5</v></c><c r="C6" s="4"><v>44999</v></c></row>';
    expect(await textsIn('a.xlsx', workbook(HEAD + rows))).toEqual([
      'a.xlsx\nId\tTimeCreated\tMessage\n7\t2023-03-14 01:02:03\t"A ""bad"" block."\n\n' +
        '\t2023-03-14 00:00:00\t"x <1>\ny"\n1678755723000\t44999.5\t\t2023-03-14 01:02:03\n1\t12:00:00\t2023-03-14\t\n',
    ]);
  });

  test('dates from 1904 on', async () => {
    expect(
      await textsIn(
        'a.xlsx',
        workbook(`${HEAD}<row><c><v>7</v></c><c s="1"><v>43537.25</v></c></row>`, { is1904: true }),
      ),
    ).toEqual(['a.xlsx\nId\tTimeCreated\tMessage\n7\t2023-03-14 06:00:00\t\n']);
  });

  test('several sheets by their names, those without text left out', async () => {
    const more = '<row r="1"><c r="A1" t="inlineStr"><is><t>Log Name: System</t></is></c></row>';
    expect(await textsIn('a.xlsx', workbook(HEAD, { more }))).toEqual([
      'a.xlsx!/A & B\nId\tTimeCreated\tMessage\n',
      'a.xlsx!/C\nLog Name: System\n',
    ]);
    expect(await textsIn('a.xlsx', workbook('', { more }))).toEqual(['a.xlsx\nLog Name: System\n']);
    expect(await textsIn('a.xlsx', workbook(''))).toEqual(['a.xlsx: input/empty']);
  });

  test('elements with a prefix, and whoever wrote the package', async () => {
    const bytes = zipOf({
      '_rels/.rels': '<Relationships/>',
      'xl/worksheets/sheet1.xml':
        '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      'xl/workbook.xml': '<x:workbook><x:sheets><x:sheet name="S" r:id="x"/></x:sheets></x:workbook>',
    });
    expect(await textsIn('a.xlsx', bytes)).toEqual(['a.xlsx\na\t7\n']);
  });
});

test('a document of Word: paragraphs, signs, a table, no deleted text', async () => {
  const p = (inner: string): string => `<w:p><w:pPr><w:rPr><w:t>style</w:t></w:rPr></w:pPr>${inner}</w:p>`;
  const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const cell = (...paragraphs: readonly string[]): string => `<w:tc><w:tcPr/>${paragraphs.join('')}</w:tc>`;
  const body =
    p(`${r('Event ID:')}<w:r><w:tab/></w:r>${r('7 &amp; ')}${r('8')}`) +
    p(`${r('a')}<w:r><w:br/></w:r>${r('b')}<w:del><w:r><w:delText>x</w:delText><w:t>x</w:t></w:r></w:del>`) +
    `<w:tbl><w:tr>${cell(p(r('Level')))}${cell(p(r('Message')))}</w:tr><w:tr>${cell(p(r('Error')))}${cell(p(r('a')), p(r('b "c"')))}</w:tr></w:tbl>` +
    p(r('end'));
  const bytes = zipOf({ 'word/document.xml': `${XML}<w:document><w:body>${body}</w:body></w:document>` });
  expect(await textsIn('a.docx', bytes)).toEqual([
    'a.docx\nEvent ID:\t7 & 8\na\nb\nLevel\tMessage\nError\t"a\nb ""c"""\nend\n',
  ]);
});

/** The kind stands in front, as it is. */
const openDocument = (kind: string, content: string): Uint8Array =>
  joined(
    zipEntry({ name: 'mimetype', packed: toBytes(`application/vnd.oasis.opendocument.${kind}`), method: 0 }),
    zipOf({ 'content.xml': content }),
  );

test('a text of OpenDocument', async () => {
  const content =
    '<office:body><office:text>\n <text:h>Log<text:s text:c="3"/>Name:<text:tab/>System</text:h>\n <text:p>a<text:line-break/><text:span>b</text:span></text:p>' +
    '<table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table></office:text></office:body>';
  expect(await textsIn('a.odt', openDocument('text', content))).toEqual(['a.odt\nLog   Name:\tSystem\na\nb\nc\td\n']);
});

test('a spreadsheet of OpenDocument', async () => {
  const cell = (attributes: string, text: string): string =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const content =
    `<table:table table:name="Logs"><table:table-row>${cell('office:value-type="string"', 'Time')}${cell('', 'Id')}${cell('', 'Message')}</table:table-row>` +
    `<table:table-row>${cell('office:value-type="date" office:date-value="2023-03-14T01:02:03"', '14.03.23')}${cell('office:value-type="float" office:value="7000"', '7.000')}${cell('', 'a</text:p><text:p>b')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>` +
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>';
  expect(await textsIn('a.ods', openDocument('spreadsheet', content))).toEqual([
    'a.ods\nTime\tId\tMessage\n2023-03-14 01:02:03\t7000\t"a\nb"\n\n',
  ]);
});

test.each([
  ['a presentation', { '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }],
  ['a package of something else', { '_rels/.rels': '<x/>', 'a.nuspec': '<x/>' }],
])('%s is no log', async (_name, files) => {
  expect(await textsIn('a.pptx', zipOf(files))).toEqual(['a.pptx: input/document']);
});

test('a document that is cut says so', async () => {
  const bytes = workbook('<row><c t="inlineStr"><is><t>a</t></is></c></row>');
  expect(await textsIn('a.xlsx', bytes.subarray(0, 200))).toEqual(['a.xlsx: input/cut-archive']);
});

describe('RTF', () => {
  const latin = (bytes: readonly number[]): string => String.fromCharCode(...bytes);

  test('paragraphs, tabs and rows; fonts, pictures and hidden groups are no text', () => {
    const rtf =
      '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil Calibri;}}{\\colortbl;\\red0;}\r\n{\\*\\generator Riched20 10.0;}{\\pict 0123}\\uc1 \r\n' +
      '\\pard\\sa200\\b Event\\b0  ID:\\tab 7\\par\r\nC:\\\\a \\{b\\}\\line c\\par\\trowd a\\cell b\\cell\\row}';
    expect(rtfText(rtf, latin)).toBe('Event ID:\t7\nC:\\a {b}\nc\na\tb\t\n');
  });
  test('characters of Unicode with what stands for them, and bytes of the code page', () => {
    expect(rtfText("{\\rtf1\\ansi\\ansicpg1251\\uc1 \\u8211?x\\u-3913\\'3fy{\\uc2\\u233ab}z}", latin)).toBe(
      '–x\uf0b7yéz',
    );
    const pages: number[] = [];
    const text = rtfText("{\\rtf1\\ansicpg1251 \\'cf\\'f0}", (bytes, page) => {
      pages.push(page);
      return bytes.map((byte) => byte.toString(16)).join('-');
    });
    expect([text, pages]).toEqual(['cf-f0', [1251]]);
  });
  test('is read as the text that it is', async () => {
    const rtf = "{\\rtf1\\ansi\\ansicpg1251 Log Name: System\\par Source: \\'cf\\par }";
    expect(await textsIn('a.rtf', toBytes(rtf))).toEqual(['a.rtf\nLog Name: System\nSource: П\n']);
  });
  test('braces without an end, and nothing else, do no harm', () => {
    expect(rtfText(`{\\rtf1${'{'.repeat(10_000)}a${'}'.repeat(20_000)}\\u\\bin5 \\`, latin)).toContain('a');
  });
});
