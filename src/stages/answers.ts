/** Which question of a declared questionnaire each statement answers, and which no statement does. */
import type {
  Answering,
  Question,
  Questionnaire,
  QuestionnaireSection,
} from '../model/questionnaire.js';
import type { Issue, Statement } from '../model/types.js';
import { likest } from './answers/likeness.js';
import type { FindLike } from './answers/likeness.js';
import { plainDigits } from './segment/labels.js';

/** Statements with their questions; `answering` is null where the questionnaire is not the document's. */
export interface Answered {
  readonly statements: readonly Statement[];
  readonly answering: Answering | null;
  readonly issues: readonly Issue[];
}

/** Finds the question that a statement answers, or null. */
type FindQuestion = (statement: Statement) => Question | null;

/**
 * Assigns statements to the questions of a questionnaire: by the labels of section
 * and question, in whatever way they count ("III.b", "3.2", "ثالثا.ب"); else by the
 * words of the question. A document of which nothing fits is taken not to answer
 * it. Issues: GCM147, for statements that answer none of the questions.
 */
export function answersOf(
  document: string,
  statements: readonly Statement[],
  questionnaire: Questionnaire,
): Answered {
  if (statements.length === 0)
    return { statements, answering: { questionnaire, unanswered: null }, issues: [] };
  const find = questionFinder(questionnaire);
  const answered = new Set<string>();
  const marked = statements.map((statement) => {
    const question = find(statement);
    if (question === null) return statement;
    answered.add(question.key);
    return { ...statement, asked: { section: question.section, question: question.label } };
  });
  if (answered.size === 0)
    return { statements, answering: null, issues: [nothingFits(document, questionnaire)] };
  const left = marked.filter(({ asked }) => asked === undefined).length;
  const unanswered = questionnaire.questions
    .map(({ key }) => key)
    .filter((key) => !answered.has(key));
  return {
    statements: marked,
    answering: { questionnaire, unanswered },
    issues: left === 0 ? [] : [someUnasked(document, questionnaire, left)],
  };
}

/** Statements of one question are looked up once. */
function questionFinder(questionnaire: Questionnaire): FindQuestion {
  const sectionLike = likest(questionnaire.sections, ({ title }) => title);
  const questionLike = likest(questionnaire.questions, ({ text }) => text);
  const known = new Map<string, Question | null>();
  return (statement) => {
    const { section, sectionTitle, question, questionText } = statement;
    const place = JSON.stringify([section, sectionTitle, question, questionText]);
    const found = known.get(place);
    if (found !== undefined) return found;
    const parts = labelParts(statement);
    const own = sectionOf(parts.section, sectionTitle, questionnaire.sections, sectionLike);
    const made = questionOf(
      { ...parts, text: questionText },
      own,
      questionnaire.questions,
      questionLike,
    );
    known.set(place, made);
    return made;
  };
}

/** A question's label may name its section too: "II.a", "2.1". */
function labelParts({ section, question }: Statement): {
  section: string | null;
  question: string | null;
} {
  const both = /^([^.]{1,5})\.([^.]{1,5})$/u.exec(question ?? '');
  if (both === null) return { section, question };
  const same = section === null || ordinals(section).some((n) => ordinals(both[1]!).includes(n));
  return same ? { section: both[1]!, question: both[2]! } : { section, question };
}

function sectionOf(
  label: string | null,
  title: string | null,
  sections: readonly QuestionnaireSection[],
  like: FindLike<QuestionnaireSection>,
): QuestionnaireSection | null {
  const labelled = label === null ? null : byLabel(label, sections, romanFirst);
  return labelled ?? (title === null ? null : like(title));
}

function questionOf(
  { question, text }: { question: string | null; text: string | null },
  section: QuestionnaireSection | null,
  questions: readonly Question[],
  like: FindLike<Question>,
): Question | null {
  const inSection = questions.filter((one) => one.section === section?.label);
  if (question !== null && section !== null) {
    const labelled = byLabel(question, inSection, ordinals);
    if (labelled !== null) return labelled;
  }
  if (text !== null && text !== '') {
    const near = section === null ? sameLabel(question, questions) : inSection;
    return (near.length > 0 ? like(text, near) : null) ?? like(text);
  }
  const only = inSection.length === 1 && question === null ? inSection[0] : undefined;
  return only ?? null;
}

/** The questions of all sections that a label may mean. */
function sameLabel(label: string | null, questions: readonly Question[]): Question[] {
  if (label === null) return [];
  const sections = new Set(questions.map(({ section }) => section));
  return [...sections]
    .map((section) =>
      byLabel(
        label,
        questions.filter((one) => one.section === section),
        ordinals,
      ),
    )
    .filter((question) => question !== null);
}

/** The part with this label, or else the one whose place in its row the label counts. */
function byLabel<T extends { readonly label: string }>(
  label: string,
  parts: readonly T[],
  count: (label: string) => readonly number[],
): T | null {
  const same = parts.find((one) => one.label.toLowerCase() === label.toLowerCase());
  if (same !== undefined) return same;
  for (const number of count(label)) {
    const at = parts[number - 1];
    if (at !== undefined && !/^\d/u.test(at.label)) return at;
  }
  return null;
}

const ABJAD = 'ابجدهوزحطيكلمنسعفصقرشت';
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** The numbers that a label may count: as digits, as a letter, as a Roman numeral. */
function ordinals(label: string): readonly number[] {
  const bare = plainDigits(label).toLowerCase().replace(/[أإآ]/gu, 'ا').replace(/[ـ.]/gu, '');
  if (/^\d{1,2}$/u.test(bare)) return [Number(bare)];
  const letter = /^[a-z]$/u.test(bare) ? bare.charCodeAt(0) - 96 : 0;
  const abjad = bare.length === 1 ? ABJAD.indexOf(bare) + 1 : 0;
  const roman = ROMAN.indexOf(bare) + 1;
  return [letter, abjad, roman].filter((number) => number > 0);
}

/** Sections count in Roman numerals rather than in letters. */
function romanFirst(label: string): readonly number[] {
  return [...ordinals(label)].reverse();
}

function someUnasked(document: string, { id }: Questionnaire, count: number): Issue {
  return {
    id: 'GCM147',
    severity: 'info',
    message: `${count} statements answer no question of the questionnaire ${id}`,
    hint: 'They are coded all the same; questions listed as unanswered may be answered there.',
    document,
    place: null,
  };
}

function nothingFits(document: string, { id }: Questionnaire): Issue {
  return {
    id: 'GCM147',
    severity: 'warning',
    message: `no statement answers any question of the questionnaire ${id}, which is left aside`,
    hint: 'Check \'questionnaire\' in corpus.yaml, and the document with "gcm-coverage segment FILE --format table".',
    document,
    place: null,
  };
}
