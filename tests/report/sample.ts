import type { CodedDocument } from '../../src/model/types.js';
import type { RunResult } from '../../src/report/run-result.js';
import { assignment, buildDocument, buildRun, evidenceFor, issue } from '../support/build.js';

const SLAVERY = "La loi contre la traite des êtres humains a permis d'identifier 169 victimes.";
const PARENT = 'Besoins en matière de traite :';
const ARABIC = 'لا توجد بدائل لاحتجاز المهاجرين.';

/** Three small reviews that between them reach every status of a cell. */
export const DOCUMENTS: readonly CodedDocument[] = [
  buildDocument({
    id: 'xaa-2020',
    country: 'XAA',
    region: 'North',
    year: 2020,
    language: 'fr',
    title: 'Examen national, « pays inventé »',
    statements: [
      {
        text: SLAVERY,
        kind: 'result',
        section: 'III',
        sectionTitle: 'Progrès',
        question: 'g',
        questionText: 'Quels objectifs ?',
        objectives: [10],
        block: { page: 3, cell: { table: 0, row: 3, column: 1 } },
        codes: [
          assignment('O10', [
            evidenceFor(SLAVERY, 'traite des êtres humains', 'O10/fr/traite des êtres humains'),
          ]),
          'data~',
        ],
      },
      {
        text: PARENT,
        kind: 'introducer',
        section: 'IV',
        question: 'a',
        codes: ['O10~'],
        block: { page: 4 },
      },
      {
        text: 'Formation des juges.',
        kind: 'need',
        section: 'IV',
        question: 'a',
        parent: 1,
        codes: [
          assignment('O10~', [
            evidenceFor(PARENT, 'traite', 'O10/fr/traite', { in: 'context', index: 0 }),
          ]),
        ],
      },
    ],
  }),
  buildDocument({
    id: 'xab-2021',
    country: 'XAB',
    region: 'South',
    year: 2021,
    language: 'ar',
    statements: [
      {
        text: ARABIC,
        absent: true,
        kind: 'challenge',
        codes: [assignment('O13', [evidenceFor(ARABIC, 'احتجاز', 'O13/ar/احتجاز')])],
      },
      { text: '=1+1', kind: 'context', codes: [], block: { at: '=Answers!C5' } },
    ],
    issues: [issue('GCM203', { place: 'line 2' })],
  }),
  buildDocument({
    id: 'xac-2021',
    country: 'XAC',
    language: 'ru',
    statements: [{ text: 'Права мигрантов.' }],
    issues: [issue('GCM301', { message: 'No terms for ru.', hint: 'Add terms.' })],
  }),
];

export const RUN: RunResult = buildRun(DOCUMENTS, {
  failures: [issue('GCM101', { severity: 'error', document: 'in/broken.bin' })],
});
