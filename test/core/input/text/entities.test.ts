import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEntities } from '../../../../src/core/input/text/entities.ts';

const FACTS: readonly (readonly [string, string, string])[] = [
  ['the five of XML', '&lt;a b=&quot;c&quot;&gt; &amp; &apos;', '<a b="c"> & \''],
  [
    'Latin-1 letters by name',
    'F&uuml;r die Gr&ouml;&szlig;e, d&eacute;j&agrave;, &Ntilde; &yuml;',
    'Für die Größe, déjà, Ñ ÿ',
  ],
  ['the first and the last of the Latin-1 set', '&nbsp;&iexcl;&times;&divide;&yuml;', '\u00a0¡×÷ÿ'],
  ['quotes, dashes and dots', '&ldquo;x&rdquo; &ndash; &rsquo;&hellip;&euro;&trade;', '“x” – ’…€™'],
  ['decimal and hex numbers', '&#228;&#xE4;&#Xe4;&#x41;&#0065;', 'äääAA'],
  ['characters beyond the first plane', '&#x1F600;&#128512;', '\u{1f600}\u{1f600}'],
  ['names tell capitals from small letters', '&Auml;&auml;&AUML;', 'Ää&AUML;'],
  ['once only', '&amp;lt;&amp;amp;#65;', '&lt;&amp;#65;'],
  [
    'unknown and unfinished ones stay',
    '&nonsense; &amp &; &#; &#x; &#xZZ; a&b',
    '&nonsense; &amp &; &#; &#x; &#xZZ; a&b',
  ],
  [
    'surrogates and numbers beyond Unicode are U+FFFD',
    '&#xD800;&#xDFFF;&#x110000;&#9999999999;&#xFFFFFFFF;',
    '\ufffd'.repeat(5),
  ],
  ['numbers with more digits than any character stay', '&#00000000065;&#x000000041;', '&#00000000065;&#x000000041;'],
  ['0x80 to 0x9F mean windows-1252', '&#128;&#150;&#x92;', '€–’'],
  ['line ends and TAB stay', 'a&#13;&#10;b&#9;c&#x000d;&#x000a;', 'a\r\nb\tc\r\n'],
  ['controls and direction marks do not come back', 'a&#0;b&#x1b;[31mc&#x202e;d&lrm;e&#xFEFF;', 'ab[31mcde'],
  ['names of a plain object are no entities', '&constructor;&toString;', '&constructor;&toString;'],
];

describe('decodeEntities', () => {
  test.each(FACTS)('%s', (_name, text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });

  test('never throws, and leaves text without an ampersand alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof decodeEntities(text)).toBe('string');
        expect(decodeEntities(text.replaceAll('&', ''))).toBe(text.replaceAll('&', ''));
      }),
    );
  });

  test('a million ampersands come back as they are', () => {
    const hostile = '&#x'.repeat(333_333);
    expect(decodeEntities(hostile)).toBe(hostile);
  });
});
