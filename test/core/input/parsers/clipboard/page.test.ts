import { describe, expect, test } from 'vitest';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { parseText } from '../../../../support/parse-text.ts';

const found = (text: string): readonly unknown[] =>
  parseText(createClipboardParser, text).events.map(({ provider, eventId, level, message }) => [
    provider,
    eventId,
    level,
    message,
  ]);

const DISK = ['disk', 11, 'error', 'The driver detected a controller error.'];
const listed = (before: string, behind: string): string =>
  `${before}Source: disk\nEvent ID: 11\nLevel: Error\nDescription:\nThe driver detected a controller error.${behind}\n`;

describe('a listing of a page, whose end stands below', () => {
  test.each([
    ['<pre><code>', '</code></pre>'],
    ['<pre class="hl"><code class="language-text">', '\n</code></pre>'],
    ['<div class="highlight"><pre><span></span><code>', '</code></pre></div>'],
    ['<p><code>', '</code></p>'],
    ['  <code>', '</code>'],
  ])('%s', (before, behind) => {
    expect(found(listed(before, behind))).toEqual([DISK]);
  });

  test.each(['<h2>Cause</h2>', '<h4 id="cause"><a href="#cause"></a>[Cause]</h4><hr>', '</p><h3>Cause</h3>'])(
    'the heading of a section ends it: %s',
    (heading) => {
      const text = listed('<p>', `</p>\n${heading}\n<p>A cable is loose.</p>`);
      expect(found(text)).toEqual([DISK]);
    },
  );

  test('a placeholder within a sentence stays', () => {
    const text = 'Source: disk\nEvent ID: 11\nLevel: Error\nDescription:\nFailed with error <code> at the end.\n';
    expect(found(text)).toEqual([['disk', 11, 'error', 'Failed with error <code> at the end.']]);
  });
});

describe('what a page does not show', () => {
  const page = (head: string): string =>
    `<!DOCTYPE html>\n<html>\n<head>\n${head}\n</head>\n<body>\n${listed('<pre><code>', '</code></pre>')}</body>\n</html>\n`;

  test.each([
    ['a description that repeats the text', listed('<meta name="description" content="', '">')],
    [
      'a description cut short',
      '<meta content="We saw this.\nLog Name: System\nSource: disk\nEvent ID: 11\nLevel: Er">\n<meta name="x">',
    ],
    ['a script', `<script type="application/ld+json">\n${listed('{"text": "', '"}')}</script>`],
    ['a style and a comment', `<style>\n.a {}\n</style>\n<!-- ${listed('', '')} -->`],
  ])('%s', (_name, head) => {
    expect(found(page(head))).toEqual([DISK]);
  });

  test('text behind its end on the same line is shown', () => {
    const text = `<html>\n<script>\nvar a;\n</script>Source: disk\nEvent ID: 11\nLevel: Error\n<!-- a --><p>The driver.</p>\n`;
    expect(found(text)).toEqual([['disk', 11, 'error', 'The driver.']]);
  });

  test('outside of a page such tags are text', () => {
    const text =
      'Source: Scanner\nEvent ID: 5\nLevel: Error\nDescription:\nFound <script> in a mail.\nIt was deleted.\n';
    expect(found(text)).toEqual([['Scanner', 5, 'error', 'Found <script> in a mail.\nIt was deleted.']]);
  });
});
