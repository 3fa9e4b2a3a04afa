/** Drafts and translations, by the names of files. */
import { describe, expect, it } from 'vitest';
import { guessRelations } from '../../src/adapters/relations.js';
import type { Described } from '../../src/adapters/relations.js';
import type { Language } from '../../src/model/types.js';

/** Files as "name language country year statements"; the name is the id. */
function relations(...files: readonly string[]): string[] {
  const described = files.map((text): Described => {
    const [file = '', language, country, year, statements = '10'] = text.split(' ');
    return {
      file,
      id: file,
      ...(language === '-' ? {} : { language: language as Language }),
      ...(country === '-' || country === undefined ? {} : { country }),
      ...(year === '-' || year === undefined ? {} : { year: Number(year) }),
      statements: Number(statements),
    };
  });
  return [...guessRelations(described)].map(([id, { versionOf, translationOf, like }]) => {
    if (like !== undefined) return `${id} ? ${like}`;
    return versionOf === undefined ? `${id} ~ ${translationOf ?? ''}` : `${id} < ${versionOf}`;
  });
}

describe('guessRelations', () => {
  it.each<[string, string[], string[]]>([
    [
      'a draft',
      ['maroc-draft.pdf fr MAR 2020', 'maroc.pdf fr MAR 2020'],
      ['maroc-draft.pdf < maroc.pdf'],
    ],
    [
      'a draft in French',
      ['projet_maroc.pdf fr MAR 2020', 'x.pdf fr MAR 2020'],
      ['projet_maroc.pdf < x.pdf'],
    ],
    [
      'a draft in Spanish',
      ['a-borrador.docx es PER 2022', 'a.docx es PER 2022'],
      ['a-borrador.docx < a.docx'],
    ],
    [
      'a draft in Arabic',
      ['مسودة_مصر.docx ar EGY 2020', 'مصر.docx ar EGY 2020'],
      ['مسودة_مصر.docx < مصر.docx'],
    ],
    [
      'numbers',
      ['a-v1.txt en X 2020', 'a-v2.txt en X 2020', 'a-v10.txt en X 2020'],
      ['a-v1.txt < a-v10.txt', 'a-v2.txt < a-v10.txt'],
    ],
    ['a revision', ['a.txt en X 2020', 'a-rev1.txt en X 2020'], ['a.txt < a-rev1.txt']],
    [
      'a final text',
      ['a-rev2.txt en X 2020', 'a_FINAL.txt en X 2020'],
      ['a-rev2.txt < a_FINAL.txt'],
    ],
    ['nothing in the names', ['a.txt en X 2020 9', 'b.txt en X 2020 7'], ['b.txt ? a.txt']],
    ['two formats', ['a.docx en X 2020 9', 'a.pdf en X 2020 10'], ['a.docx < a.pdf']],
    ['one name in two folders', ['x/a.pdf en X 2020', 'y/a.pdf en X 2020'], ['y/a.pdf ? x/a.pdf']],
    ['another year', ['a-draft.txt en X 2020', 'a.txt en X 2024'], []],
    ['another country', ['a-draft.txt en X 2020', 'b.txt en Y 2020'], []],
    ['one name, no year', ['a-draft.txt en X -', 'a.txt en X -'], ['a-draft.txt < a.txt']],
    ['other names, no year', ['a-draft.txt en X -', 'b.txt en X -'], []],
    ['a translation', ['a.fr.txt fr X 2020 12', 'a.en.txt en X 2020 10'], ['a.en.txt ~ a.fr.txt']],
    ['as many statements: the first', ['b.txt fr X 2020', 'a.txt en X 2020'], ['b.txt ~ a.txt']],
    [
      'three languages',
      ['a.txt ar X 2020 9', 'b.txt en X 2020 8', 'c.txt fr X 2020 7'],
      ['b.txt ~ a.txt', 'c.txt ~ a.txt'],
    ],
    ['an unknown language', ['a.txt - X 2020', 'b.txt en X 2020'], []],
    [
      'translations without country or year',
      ['a-fr.txt fr - -', 'a-en.txt en - -'],
      ['a-fr.txt ~ a-en.txt'],
    ],
    ['other names without country or year', ['a-fr.txt fr - -', 'b-en.txt en - -'], []],
    [
      'a draft of a translation',
      ['a.fr.txt fr X 2020 12', 'a.en.txt en X 2020', 'a.en.draft.txt en X 2020'],
      ['a.en.draft.txt < a.en.txt', 'a.en.txt ~ a.fr.txt'],
    ],
  ])('%s', (_, files, expected) => {
    expect(relations(...files)).toEqual(expected);
    expect(relations(...[...files].reverse()).sort()).toEqual([...expected].sort());
  });
});
