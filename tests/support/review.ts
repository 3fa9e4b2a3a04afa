/** A review of an invented country as a reader of PDF or DOCX would give it: pages, table, footnote, left-outs. */
import type { Document } from '../../src/model/types.js';
import type { Dropped } from '../../src/readers/index.js';
import { documentOf, PAGE, type BlockSketch } from './blocks.js';

/** A document with what its reader left out. */
export interface ReadSample {
  readonly document: Document;
  readonly dropped: readonly Dropped[];
}

/** A table of questions and answers over two pages; `words` are its texts in one language. */
export function tableReview(id: string, words: TableWords): ReadSample {
  const at = (row: number, column: number, header = false) => ({
    table: 0,
    row,
    column,
    ...(header ? { header } : {}),
  });
  const header = (row: number): BlockSketch[] =>
    words.header.map((text, column) => ({ text, cell: at(row, column, true) }));
  const item = (text: string, level: number, page: number, row: number): BlockSketch => {
    return { kind: 'item', marker: '▪', level, text, page, cell: at(row, 1) };
  };
  const [first, second, third, fourth] = words.answers;
  const blocks: BlockSketch[] = [
    { kind: 'heading', level: 1, text: words.title, page: 1 },
    ...header(0),
    { kind: 'item', marker: 'II.', text: words.section, page: 1, cell: at(1, 0) },
    { kind: 'item', marker: words.markers[0], text: words.questions[0], page: 1, cell: at(2, 0) },
    item(first, 0, 1, 2),
    item(second, 1, 1, 2),
    { kind: 'note', text: words.note, page: 1 },
    PAGE,
    ...header(3),
    { kind: 'paragraph', text: words.continuation, page: 2, cell: at(2, 1) },
    item(third, 1, 2, 2),
    { kind: 'item', marker: words.markers[1], text: words.questions[1], page: 2, cell: at(4, 0) },
    { text: fourth, page: 2, cell: at(4, 1) },
  ];
  const dropped: Dropped[] = [
    { reason: 'running head', text: words.head, page: 1 },
    { reason: 'page number', text: '1', page: 1 },
    { reason: 'running head', text: words.head, page: 2 },
    { reason: 'hidden', text: words.hidden },
  ];
  return { document: documentOf(blocks, id), dropped };
}

/** Texts of {@link tableReview}. */
export interface TableWords {
  readonly title: string;
  readonly head: string;
  readonly hidden: string;
  readonly header: readonly [string, string];
  readonly section: string;
  readonly markers: readonly [string, string];
  readonly questions: readonly [string, string];
  /** The second ends in the middle of a sentence, where the page ends. */
  readonly answers: readonly [string, string, string, string];
  readonly continuation: string;
  readonly note: string;
}

export const FRENCH: TableWords = {
  title: 'Examen national de la Nordlandie',
  head: 'Nordlandie – examen du Pacte mondial',
  hidden: 'Texte caché du modèle',
  header: ['Questions', 'Réponses'],
  section: 'Politiques publiques',
  markers: ['a)', 'b)'],
  questions: [
    'Quelles mesures ont été prises pour protéger les migrants ?',
    'Quels défis restent à relever ?',
  ],
  answers: [
    'La loi de 2019 sur la migration régit :',
    'l’accueil des personnes vulnérables dans les centres de la',
    'la régularisation de 1 200 travailleurs ;',
    'Les données sur les départs restent incomplètes.',
  ],
  continuation: 'capitale et des régions ;',
  note: '1 Loi inventée, publiée au journal officiel.',
};

export const ARABIC: TableWords = {
  title: 'الاستعراض الوطني لبلاد الشمال',
  head: 'بلاد الشمال – استعراض الاتفاق العالمي',
  hidden: 'نص مخفي من النموذج',
  header: ['الأسئلة', 'الأجوبة'],
  section: 'السياسات العامة',
  markers: ['أ)', 'ب)'],
  questions: ['ما هي التدابير المتخذة لحماية المهاجرين؟', 'ما هي التحديات المتبقية؟'],
  answers: [
    'ينظّم قانون الهجرة لعام 2019 ما يلي:',
    'استقبال الأشخاص المستضعفين في مراكز تديرها الوزارة بالتعاون مع',
    'تسوية أوضاع 1200 عامل؛',
    'لا تزال البيانات عن المغادرين ناقصة (database).',
  ],
  continuation: 'السلطات المحلية في العاصمة والأقاليم؛',
  note: '1 قانون مختلق نُشر في الجريدة الرسمية.',
};
