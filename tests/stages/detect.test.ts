import { describe, expect, it } from 'vitest';
import { rankLanguages } from '../../src/adapters/language.js';
import { languageDetector } from '../../src/stages/detect.js';
import type { Language } from '../../src/model/types.js';

const detector = languageDetector(rankLanguages);

const TEXTS: [Language, string][] = [
  ['en', 'A new law was passed by parliament.'],
  ['en', 'Labour inspections on farms doubled.'],
  ['en', 'The government has adopted a national policy on migration and asylum.'],
  ['fr', 'Une loi a été adoptée.'],
  ['fr', "Le gouvernement a adopté une politique nationale d'immigration et d'asile."],
  ['fr', 'Renforcement des capacités des agents aux frontières.'],
  ['es', 'Se aprobó una ley contra la trata.'],
  ['es', 'El gobierno adoptó una política nacional de migración y asilo.'],
  ['pt', 'O governo adotou uma política nacional de migração e asilo.'],
  ['ar', 'اعتمدت الحكومة قانونا لمكافحة الاتجار بالبشر.'],
  ['ru', 'Правительство приняло закон о миграции.'],
  ['zh', '政府通过了移民法。'],
];

describe('language of a statement', () => {
  it.each(TEXTS)('%s: %s', (language, text) => {
    expect(detector.ofStatement(text, null).language).toBe(language);
  });

  it.each(TEXTS)('%s keeps its own language in a document of another: %s', (language, text) => {
    const prior = language === 'fr' ? 'en' : 'fr';
    const found = detector.ofStatement(text, prior).language;
    // Few Latin words are not enough against the document's language.
    const few = text.split(' ').length < 8 && !['ar', 'ru', 'zh'].includes(language);
    if (!few) expect(found).toBe(language);
    else expect([language, prior]).toContain(found);
  });

  it.each(['Visas humanitaires', 'Basic services', 'Remesas', 'COVID-19', '24 %'])(
    'keeps the language of the document for the fragment %s',
    (text) => {
      expect(detector.ofStatement(text, 'es')).toMatchObject({ language: 'es' });
    },
  );

  it('says what decided', () => {
    expect(detector.ofStatement('移民', null).method).toBe('script');
    expect(
      detector.ofStatement('The law of the land and of the sea is in force.', null).method,
    ).toBe('words');
    expect(detector.ofStatement('123', null)).toEqual({
      language: 'und',
      method: 'none',
      confidence: 0,
    });
  });

  it('does not take Persian for Arabic, nor Ukrainian for Russian', () => {
    expect(
      detector.ofStatement('دولت قانون جدیدی برای پناهندگان و گذرنامه تصویب کرد که چگونگی', null)
        .language,
    ).toBe('und');
    expect(
      detector.ofStatement('Уряд ухвалив закон про міграцію, який діє з січня.', null).language,
    ).toBe('und');
  });
});
