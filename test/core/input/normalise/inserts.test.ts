import { describe, expect, test } from 'vitest';
import { withStatedProvider } from '../../../../src/core/input/normalise/inserts.ts';
import type { RawEvent } from '../../../../src/core/model/event.ts';
import { rawEvent } from '../../../support/sample-events.ts';

const raw = rawEvent({ provider: 'MSExchangeIS', eventId: 9607 });
const providerOf = (changes: Partial<RawEvent>) => withStatedProvider({ ...raw, ...changes }).provider;

describe('an event without a provider whose message could not be found', () => {
  test.each([
    ['NT to 2003', 'The description for Event ID ( 9607 ) in Source ( Service Control Manager ) cannot be found.'],
    [
      'its Russian',
      'Не найдено описание для события с кодом ( 9607 ) в источнике ( Service Control Manager ). Возможно, на локальном компьютере нет файлов DLL сообщений. В записи события содержится следующая информация: диск; 7',
    ],
    ['PowerShell', "The description for Event ID '9607' in Source 'Service Control Manager' cannot be found."],
    [
      'PowerShell, with the bits of its id',
      "The description for Event ID '-1073732217' in Source 'Service Control Manager'",
    ],
    ['Vista', 'The description for Event ID 9607 from source Service Control Manager cannot be found.'],
    ['Vista, wrapped', 'The description for Event ID 9607 from source Service\nControl Manager cannot be\nfound.'],
    ['its French', 'La description de l’ID d’événement 9607 dans la source Service Control Manager est introuvable.'],
    [
      'its German',
      'Die Beschreibung für Ereignis-ID "9607" aus Quelle "Service Control Manager" wurde nicht gefunden.',
    ],
    ['its Japanese', 'ソース "Service Control Manager" からのイベント ID 9607 の説明が見つかりません。'],
  ])('has the one that the message names: %s', (_name, message) => {
    expect(providerOf({ provider: null, message })).toBe('Service Control Manager');
    expect(providerOf({ message })).toBe('MSExchangeIS');
    expect(providerOf({ provider: null, message, eventId: 7 })).toBeNull();
  });

  test('stays without one where other words have numbers in brackets', () => {
    expect(providerOf({ provider: null, message: 'Store (9607) has failed (again).' })).toBeNull();
    expect(providerOf({ provider: null, message: null })).toBeNull();
  });
});
