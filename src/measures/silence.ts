/** Why a row says nothing of a code: not asked, not answered, not mentioned, or not readable. */
import type { CellStatus, CoverageBy } from '../model/coverage.js';
import type { Question } from '../model/questionnaire.js';
import type { CodedDocument } from '../model/types.js';

/** The part of a row that decides. */
export interface SilentRow {
  readonly key: string;
  readonly by: CoverageBy;
  readonly documents: ReadonlySet<CodedDocument>;
  /** Statements of the row. */
  readonly statements: number;
  /** True where a coder has read at least one of them. */
  readonly readable: boolean;
}

/** The statuses of cells without any statement. */
export type Silence = Extract<
  CellStatus,
  'not-mentioned' | 'unanswered' | 'not-readable' | 'not-asked'
>;

/**
 * Tells the silences of a row's cells apart.
 * - A section or question that was asked and in which no document has a statement is unanswered,
 *   if at least one of those asked could be read.
 * - An objective is not asked where every document of the row has a questionnaire and none of their
 *   questions in the row asks for it; themes are asked for by every question.
 * - It is unanswered where each question that asks for it was left open.
 * @returns a function from the objective's number, null for any other code
 */
export function silenceOf(row: SilentRow): (objective: number | null) => Silence {
  const documents = [...row.documents];
  const readable = documents.filter(({ answering }) => answering?.unanswered !== null);
  if (row.statements === 0 && isPart(row.by)) {
    const status = readable.length > 0 ? 'unanswered' : 'not-readable';
    return () => status;
  }
  const open = documents.some(({ answering }) => answering === undefined);
  return (objective) => {
    if (open) return row.readable ? 'not-mentioned' : 'not-readable';
    const asking = (coded: CodedDocument): Question[] => questionsOf(coded, row, objective);
    if (documents.every((coded) => asking(coded).length === 0)) return 'not-asked';
    if (!row.readable) return 'not-readable';
    const asked = readable.flatMap((coded) =>
      asking(coded).map(({ key }) => coded.answering?.unanswered?.includes(key) ?? false),
    );
    return asked.length > 0 && asked.every(Boolean) ? 'unanswered' : 'not-mentioned';
  };
}

function isPart(by: CoverageBy): boolean {
  return by === 'section' || by === 'question';
}

/** The questions of a document in a row that ask for a code. */
function questionsOf(
  { answering }: CodedDocument,
  { key, by }: SilentRow,
  objective: number | null,
): Question[] {
  const questions = answering?.questionnaire.questions ?? [];
  return questions.filter(
    (question) =>
      (objective === null || question.objectives.includes(objective)) &&
      (!isPart(by) || key === (by === 'section' ? question.section : question.key)),
  );
}
