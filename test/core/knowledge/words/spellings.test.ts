import { expect, test } from 'vitest';
import { meaningsOf } from '../../../../src/core/knowledge/words/headings.ts';
import { looseField } from '../../../../src/core/knowledge/words/loose-keys.ts';

test.each(['イベント ID', 'イベントID', 'イベントＩＤ', '事件 ID', '事件ID', '이벤트 ID', '이벤트ID'])(
  '%s is the id: a blank beside letters of East Asia parts nothing',
  (heading) => {
    expect(meaningsOf(heading).map(({ field }) => field)).toContain('eventId');
    expect(looseField(heading)).toBe('eventId');
  },
);

test('what people call the other headings in Japanese', () => {
  expect(looseField('イベントソース')).toBe('source');
  expect(looseField('イベントログの種類')).toBe('logName');
  expect(looseField('記述')).toBe('description');
  expect(looseField('内容')).toBe('description');
});

test('blanks between Latin words part them', () => {
  expect(looseField('LevelDisplay Name')).toBeNull();
});
