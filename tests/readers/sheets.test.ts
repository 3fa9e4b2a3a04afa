/** The forms of questionnaires in sheets: which answers stand under which questions of which country. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnName } from '../../src/readers/sheets/sheet.js';
import { roleOf } from '../../src/readers/sheets/words.js';
import { segment } from '../../src/stages/segment.js';
import { readSheets } from '../support/sheets.js';

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

describe('one row a country', () => {
  it('has titles, sections, a total and a note around its answers', async () => {
    const { lines, documents } = await readSheets(
      csv([
        ['Answers to the regional questionnaire', '', '', '', ''],
        ['', '', 'Section I. Policy', '', 'Section II. Data'],
        [
          'Country',
          'Year',
          'a) Which laws were adopted?',
          'b) Describe the bodies.',
          'c) Which data?',
        ],
        [
          'Tarimane',
          '2024',
          'Two things:\n• a law on asylum;\n• a register.',
          'The ministry',
          'Yes',
        ],
        ['XBB', '2023', '', 'A council', ''],
        ['Total', '', '1', '2', '1'],
        ['Note: as received.', '', '', '', ''],
      ]),
    );
    expect(lines).toEqual({
      'review-Tarimane': [
        'I.a 1 Two things: @row 4, column C',
        'I.a 1.1 a law on asylum; @row 4, column C',
        'I.a 1.2 a register. @row 4, column C',
        'I.b 1 The ministry @row 4, column D',
        'II.c 1 Yes @row 4, column E',
      ],
      'review-XBB': ['I.b 1 A council @row 5, column D'],
    });
    expect(documents.map(({ document }) => document.metadata)).toEqual([
      { year: 2024, title: 'Tarimane' },
      { year: 2023, country: 'XBB' },
    ]);
    expect(documents[0]?.dropped).toEqual([
      { reason: 'no answer', text: 'Answers to the regional questionnaire' },
      { reason: 'no answer', text: 'Total | 1 | 2 | 1' },
      { reason: 'no answer', text: 'Note: as received.' },
    ]);
  });

  it.each([
    ['fr', 'Pays', 'Quelles lois ont été adoptées ?', 'Maroc', 'MAR'],
    ['es', 'País', '¿Qué leyes se aprobaron?', 'Perú', 'PER'],
    ['ar', 'الدولة', 'ما هي القوانين المعتمدة؟', 'الأردن', 'JOR'],
    ['ru', 'Страна', 'Какие законы приняты?', 'Казахстан', 'KAZ'],
    ['pt', 'País', 'Que leis foram aprovadas?', 'Cabo Verde', 'CPV'],
  ])('is found in %s', async (_language, header, question, name, code) => {
    const { lines } = await readSheets(`${header};${question}\n${name};text one\nXAA;text two\n`);
    expect(Object.keys(lines)).toEqual([`review-${code}`, 'review-XAA']);
    expect(lines[`review-${code}`]).toEqual(['-.- 1 text one @row 2, column B']);
  });

  it('leaves out what a survey tool adds, and takes the options that were chosen', async () => {
    const head =
      'start,_uuid,Horodateur,Email Address,Which country?,What?,What?/Training,What?/Law,Say more';
    const { lines, documents } = await readSheets(
      `${head}\n1,u1,d,a@b.org,Jordan,Training Law,1,1,More\n2,u2,d,c@d.org,Lebanon,Law,0,1,\n`,
    );
    expect(lines['review-JOR']).toEqual([
      '-.- 1 Training @row 2, column G',
      '-.- 2 Law @row 2, column H',
      '-.- 1 More @row 2, column I',
    ]);
    expect(lines['review-LBN']).toEqual(['-.- 1 Law @row 3, column H']);
    const words = documents.map(({ document }) => document.text).join('\n');
    expect(words).not.toContain('a@b.org');
    expect(documents[0]?.dropped[0]?.text).toBe('start | _uuid | Horodateur | Email Address');
  });

  it('keeps sentences that stand under a header of survey tools', async () => {
    const long =
      'The name of the council was changed by a decree, and its staff was doubled in a year.';
    const { lines } = await readSheets(
      `Country,Name,Laws?\nJordan,${long.replace(',', ';')},A law\n`,
    );
    expect(lines['review-JOR']).toHaveLength(2);
  });

  it('tells two rows of a country apart by year, else by number', async () => {
    const rows =
      'Country,Year,Laws?\nJordan,2020,one\nJordan,2024,two\nPeru,2020,three\nPeru,2020,four\n';
    const { lines } = await readSheets(rows);
    expect(Object.keys(lines)).toEqual([
      'review-JOR-2020',
      'review-JOR-2024',
      'review-PER',
      'review-PER-2',
    ]);
  });

  it('says which country has no answers (GCM137)', async () => {
    const { lines, issues } = await readSheets('Country,Laws?,Data?\nJordan,A law,Yes\nPeru,,\n');
    expect(Object.keys(lines)).toEqual(['review-JOR']);
    expect(issues.map(({ id, message }) => `${id} ${message}`)).toEqual([
      'GCM137 Peru has no answers in the sheet.',
    ]);
  });

  it('needs no country: one reply is one document, named after the file', async () => {
    const { lines } = await readSheets('Timestamp,Which laws?,Next steps?\nd,A law.,A plan.\n');
    expect(lines).toEqual({
      review: ['-.- 1 A law. @row 2, column B', '-.- 1 A plan. @row 2, column C'],
    });
  });
});

describe('one column a country', () => {
  it.each([
    ['known', 'MAR', 'Jordan', 'MAR', 'JOR'],
    ['invented', 'Tarimane', 'Halvenmark', 'Tarimane', 'Halvenmark'],
  ])('with %s names, sections in rows of their own', async (_kind, one, two, first, second) => {
    const { lines } = await readSheets(
      [
        `Question;${one};${two}`,
        'I. GENERAL;;',
        '1. Which laws were adopted?;A law;"- a decree\n- a plan"',
        '2. Describe the bodies;The ministry;',
        'II. DATA;;',
        '3. Which data?;;A census',
      ].join('\n'),
    );
    expect(lines).toEqual({
      [`review-${first}`]: ['I.1 1 A law @row 3, column B', 'I.2 1 The ministry @row 4, column B'],
      [`review-${second}`]: [
        'I.1 1 a decree @row 3, column C',
        'I.1 2 a plan @row 3, column C',
        'II.3 1 A census @row 6, column C',
      ],
    });
  });

  it('is no list of topics', async () => {
    const { lines } = await readSheets('Question,Progress,Challenges\nData?,A census.,No staff.\n');
    expect(Object.keys(lines)).toEqual(['review']);
  });
});

describe('one row a statement', () => {
  it('gives each country its rows, labels and language; rows never run together', async () => {
    const { lines, documents } = await readSheets(
      [
        'id,country,section,question,language,text',
        '1,MAR,II,g,fr,cinq centres ont été ouverts',
        '2,MAR,II,g,fr,des agents ont été formés',
        '3,JOR,II,h,ar,افتتحت الوزارة مركزا',
      ].join('\n'),
    );
    expect(lines).toEqual({
      'review-MAR': [
        'II.g 1 cinq centres ont été ouverts @row 2, column F',
        'II.g 2 des agents ont été formés @row 3, column F',
      ],
      'review-JOR': ['II.h 1 افتتحت الوزارة مركزا @row 4, column F'],
    });
    expect(documents.map(({ document }) => document.metadata.language)).toEqual(['fr', 'ar']);
  });

  it('needs only a text', async () => {
    const { lines } = await readSheets('text\nAn office opened.\nstaff were trained\n');
    expect(lines['review']).toEqual([
      '-.- 1 An office opened. @row 2, column A',
      '-.- 2 staff were trained @row 3, column A',
    ]);
  });
});

describe('one row a question of one country', () => {
  it('has a head of facts, titles in rows, cells that go on, and unanswered questions', async () => {
    const { lines, documents } = await readSheets(
      csv([
        ['Country:', 'Jordan', ''],
        ['Date:', '2024-03-01', ''],
        ['No.', 'Question', 'Answer'],
        ['', 'SECTION I: POLICY', ''],
        ['1', 'Have you adopted a strategy?', 'Yes'],
        ['', '', 'It was adopted:\n1. by the cabinet;\n2. with a budget.'],
        ['2', 'Which bodies are in charge?', ''],
        ['No.', 'Question', 'Answer'],
        ['', 'SECTION II: DATA', ''],
        ['3', 'Please describe the data that you collect.', '- censuses'],
      ]),
    );
    expect(lines).toEqual({
      'review-JOR': [
        'I.1 1 Yes @row 5, column C',
        'I.1 2 It was adopted: @row 6, column C',
        'I.1 2.1 by the cabinet; @row 6, column C',
        'I.1 2.2 with a budget. @row 6, column C',
        'II.3 1 censuses @row 10, column C',
      ],
    });
    expect(documents[0]?.document.text).toContain('Which bodies are in charge?');
    expect(documents[0]?.dropped.map(({ reason }) => reason)).toContain('repeated header row');
  });

  it('may have no header', async () => {
    const { lines } = await readSheets(
      'Has a law been adopted?,"Yes, in 2022."\nNext steps?,A review\n',
    );
    expect(lines['review']).toEqual([
      '-.- 1 Yes, in 2022. @row 1, column B',
      '-.- 1 A review @row 2, column B',
    ]);
  });

  it('is filed under the objectives that a column numbers', async () => {
    const { documents } = await readSheets(
      'Objective,Measures taken,Challenges\n1,A survey is done each year.,Few data\n7,Shelters opened.,\n',
    );
    const { statements } = segment(documents[0]!.document, { titles: [] });
    expect(statements.map((one) => [one.objectives, one.questionText, one.text])).toEqual([
      [[1], 'Measures taken', 'A survey is done each year.'],
      [[1], 'Challenges', 'Few data'],
      [[7], 'Measures taken', 'Shelters opened.'],
    ]);
  });

  it('nests bullets by their indentation in the cell', async () => {
    const { lines } = await readSheets(
      csv([
        ['Question', 'Answer'],
        ['Laws?', '- on asylum\n   - for children\n   - for adults\n- on work'],
      ]),
    );
    expect(lines['review']?.map((line) => line.split(' ')[1])).toEqual(['1', '1.1', '1.2', '2']);
  });
});

describe('a declared mapping', () => {
  const odd =
    'Qui;Quoi;Dossier;Notes internes\nTarimane;Une loi;7;secret\nHalvenmark;Un décret;8;secret\n';

  it('names columns that no header would tell', async () => {
    const table = { form: 'countries-in-rows', country: 'qui', ignore: ['Dossier', 'D'] } as const;
    const { lines } = await readSheets(odd, 'review.csv', table);
    expect(lines).toEqual({
      'review-Tarimane': ['-.- 1 Une loi @row 2, column B'],
      'review-Halvenmark': ['-.- 1 Un décret @row 3, column B'],
    });
  });

  it('that names no column of the sheet is refused with those it has (GCM136)', async () => {
    const { issues, documents } = await readSheets(odd, 'review.csv', { country: 'Pays' });
    expect(documents).toEqual([]);
    expect(issues[0]?.id).toBe('GCM136');
    expect(issues[0]?.hint).toContain('"Qui", "Quoi", "Dossier", "Notes internes"');
  });
});

describe('sheets without answers', () => {
  it.each(['a,b\n1,2\n3,4\n', ',,,\n'])('%j', async (text) => {
    const { documents, issues } = await readSheets(text);
    expect(documents).toEqual([]);
    expect(issues.map(({ id }) => id)).toEqual([text.startsWith(',') ? 'GCM101' : 'GCM137']);
  });
});

describe('words of headers and names', () => {
  it.each([
    ['Country', 'country'],
    ['1. Country *', 'country'],
    ['Nom du pays', 'country'],
    ['Réponse (500 mots au plus)', 'answer'],
    ['السؤال', 'question'],
    ['_submission_time', 'tool'],
    ['Question / Country', 'question'],
    ['Which country has the most migrants?', null],
    ['Progress', null],
  ])('%s is %s', (header, role) => expect(roleOf(header)).toBe(role));

  it('columns have letters', () =>
    expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'ZZ',
      'AAA',
      'XFD',
    ]));
});

describe('any rows', () => {
  const word = fc.stringMatching(/^[a-zé]{3,9}( [a-zé]{3,9}){0,5}$/u);
  const settings = { seed: 4, numRuns: 150 };

  it('every answer of a country is in its document', async () => {
    const row = fc.array(fc.oneof(word, fc.constant('')), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (answers) => {
        const codes = ['MAR', 'JOR', 'XAA', 'PER', 'FJI'];
        const rows = answers.map((own, at) => [codes[at] ?? 'XZZ', ...own]);
        const { documents } = await readSheets(
          csv([['Country', 'One?', 'Two?', 'Three?'], ...rows]),
        );
        for (const [code = '', ...own] of rows) {
          const words = own.filter((text) => text !== '');
          const text = documents.find(({ document }) => document.id === `review-${code}`)?.document
            .text;
          if (words.length > 0) for (const one of words) expect(text).toContain(one);
          else expect(text).toBeUndefined();
        }
      }),
      settings,
    );
  });

  it('are read or refused, never thrown at', async () => {
    const cell = fc.oneof(
      word,
      fc.constantFrom(
        '',
        '0',
        'Country',
        'Question',
        'Answer',
        'MAR',
        'Jordan',
        'I. GENERAL',
        '- a\n- b',
        '=1+1',
        'Q1/x',
        '?',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (sheet) => {
        const text = csv(sheet);
        const { documents, issues } = await readSheets(text);
        expect(documents.length > 0 || issues.some(({ severity }) => severity === 'error')).toBe(
          true,
        );
        expect(new Set(documents.map(({ document }) => document.id)).size).toBe(documents.length);
      }),
      settings,
    );
  });
});
