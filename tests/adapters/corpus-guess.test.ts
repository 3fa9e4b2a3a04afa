/** Country, year and language of a document that nothing describes. */
import { describe, expect, it } from 'vitest';
import { guessMetadata } from '../../src/adapters/guess.js';
import type { DocumentMetadata } from '../../src/model/types.js';

describe('guessMetadata', () => {
  const guess = (path: string, text = '', metadata: DocumentMetadata = {}): DocumentMetadata =>
    guessMetadata(path, text, metadata).metadata;

  it.each([
    ['morocco-2020.fr.txt', { country: 'MAR', year: 2020, language: 'fr' }],
    ['Maroc_2021.html', { country: 'MAR', year: 2021 }],
    ['2022 Marruecos es.md', { country: 'MAR', year: 2022, language: 'es' }],
    ['المغرب-2020.txt', { country: 'MAR', year: 2020 }],
    ['reviews/x/côte-d-ivoire-2022.fr.txt', { country: 'CIV', year: 2022, language: 'fr' }],
    ['south-sudan.txt', { country: 'SSD' }],
    ['guinea-bissau-2024.txt', { country: 'GNB', year: 2024 }],
    ['review-MAR-2024.txt', { country: 'MAR', year: 2024 }],
    ['peru-es-2020.txt', { country: 'PER', year: 2020, language: 'es' }],
    ['migracion-en-peru.txt', { country: 'PER' }],
    ['mar-y-sol.txt', {}],
    ['answers.txt', {}],
    ['es.txt', {}],
  ])('reads the file name %s', (path, expected) => {
    expect(guess(path)).toEqual(expected);
  });

  it.each([
    ['MAR', "Examen du Maroc. L'action du Maroc en matière de migration."],
    ['DZA', "Rapport de l'Algérie. En Algérie, la loi a été réformée."],
    ['EGY', 'Voluntary review of Egypt. Egypt has adopted a law with Jordan.'],
    ['SSD', 'South Sudan adopted a law. South Sudan hosts people.'],
    ['SSD', 'Sudán del Sur aprobó una ley. Sudán del Sur acoge a refugiados.'],
    ['PNG', 'Papua New Guinea has a law. In Papua New Guinea, data are scarce.'],
    ['ARE', 'The United Arab Emirates reports. The United Arab Emirates amended a law.'],
    ['SLV', 'Informe de El Salvador. El Salvador promulgó una ley.'],
    ['PER', 'Informe del Perú. El Perú promulgó una ley.'],
    ['MAR', 'تقرير المغرب حول الهجرة. اعتمد المغرب قانوناً.'],
    ['EGY', 'تقرير مصر حول الهجرة. اعتمدت مصر قانوناً.'],
    ['JOR', 'تقرير الأردن حول الهجرة. يستضيف الأردن لاجئين.'],
    ['ARE', 'الإمارات العربية المتحدة. تلتزم الإمارات العربية المتحدة.'],
  ])('finds %s in %j', (country, text) => {
    expect(guess('answers.txt', text)).toEqual({ country });
  });

  it.each([
    ['named once', 'An agreement with Egypt was signed.'],
    ['two named alike', 'Egypt and Jordan agreed. Jordan and Egypt signed.'],
    ['named far below the head', `${'x '.repeat(4000)} Egypt Egypt`],
    ['short words that are also codes', 'They told us, and us alone, to ask them. Us.'],
  ])('is silent where countries are %s', (_, text) => {
    expect(guess('answers.txt', text)).toEqual({});
  });

  it('prefers the description to the name, and the name to the text', () => {
    const text = 'Egypt and Egypt.';
    const metadata: DocumentMetadata = { country: 'XAA', year: 2024, language: 'en' };
    expect(guess('maroc-2020.fr.txt', text, metadata)).toEqual(metadata);
    expect(guess('maroc-2020.txt', text).country).toBe('MAR');
  });

  it('warns where no country is found', () => {
    const none = guessMetadata('answers.txt', '', {}).issues('answers');
    expect(none).toMatchObject([{ id: 'GCM116', severity: 'warning', document: 'answers' }]);
    expect(none[0]!.hint).toContain('corpus.yaml');
    expect(guessMetadata('maroc.txt', '', {}).issues('maroc')).toEqual([]);
  });
});
