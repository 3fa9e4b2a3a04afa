/** What the columns of the CSV files hold, for programs that read them: types and descriptions. */

/** Types of Frictionless Table Schema that the files use. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean';

/** A column: name, type, and what it means. */
export type Field = readonly [name: string, type: FieldType, description: string];

const KIND = 'Statements that carry the code and are of this kind, absences included';

const COVERAGE: readonly Field[] = [
  ['by', 'string', 'What a row is: country, region, year, round, document, section or question'],
  ['row', 'string', 'Key of the row; empty where the documents do not say'],
  ['row_label', 'string', 'Name of the row'],
  ['code', 'string', 'O01 to O23, or the name of a theme'],
  ['code_label', 'string', 'Short English label of the code'],
  [
    'status',
    'string',
    'covered, mentioned, reported-missing, not-mentioned, unanswered, not-readable or not-asked',
  ],
  [
    'statements_substantive',
    'integer',
    'Statements that treat the code in substance; empty where unknown',
  ],
  ['statements_mention', 'integer', 'Statements that only mention the code'],
  ['statements_absent', 'integer', 'Statements that carry the code and report an absence'],
  ['documents', 'integer', 'Documents with a statement that carries the code'],
  [
    'share_of_statements',
    'number',
    'statements_substantive divided by row_statements, 0 to 1, four decimals',
  ],
  ['kind_result', 'integer', KIND],
  ['kind_action', 'integer', KIND],
  ['kind_plan', 'integer', KIND],
  ['kind_challenge', 'integer', KIND],
  ['kind_need', 'integer', KIND],
  ['kind_context', 'integer', KIND],
  ['kind_introducer', 'integer', `${KIND}; counted nowhere else`],
  ['row_documents', 'integer', 'Documents of the row'],
  ['row_documents_read', 'integer', 'Documents of the row with a statement that was read'],
  ['row_statements', 'integer', 'Statements of the row that were read, introducers left out'],
  ['row_statements_unread', 'integer', 'Statements of the row that nobody could read'],
];

const STATEMENTS: readonly Field[] = [
  ['document', 'string', 'Id of the document'],
  ['country', 'string', 'ISO 3166-1 alpha-3 code; XAA to XZZ are invented countries'],
  ['region', 'string', 'Region as the corpus gives it'],
  ['year', 'integer', 'Year of the review'],
  ['round', 'string', 'Round of reviews'],
  ['statement', 'string', 'Id of the statement'],
  ['section', 'string', 'Label of the section, such as III'],
  ['section_title', 'string', 'Title of the section'],
  ['question', 'string', 'Label of the question, such as g'],
  ['question_text', 'string', 'Words of the question'],
  [
    'asked',
    'string',
    'Question of the declared questionnaire that the statement answers, such as II.e',
  ],
  ['path', 'string', 'Numbers of list items below the question, such as 4.2.1'],
  ['parent', 'string', 'Id of the statement above'],
  ['context', 'string', 'Texts of all statements above, outermost first'],
  ['language', 'string', 'ISO 639-1 code, or und'],
  ['language_method', 'string', 'What decided the language'],
  ['language_confidence', 'number', 'How sure the language is, 0 to 1'],
  [
    'spans',
    'string',
    'start:end of each piece in the text of documents.jsonl, in UTF-16 code units',
  ],
  ['page', 'integer', 'Page, from 1'],
  ['table', 'integer', 'Table of the document, from 1'],
  ['row', 'integer', 'Row of the table, from 1'],
  ['paragraph', 'integer', 'Paragraph of the document, from 1'],
  ['place', 'string', 'Page, table, row and paragraph to read'],
  [
    'stated_objectives',
    'string',
    'Objectives that a heading of the document states, separated by spaces',
  ],
  ['coder', 'string', 'Who coded; empty where nobody has read the statement'],
  ['read', 'boolean', 'TRUE where a coder has read the statement'],
  ['kind', 'string', 'result, action, plan, challenge, need, context or introducer'],
  ['absent', 'boolean', 'TRUE where the statement reports an absence'],
  ['objectives_substantive', 'string', 'Objectives treated in substance, separated by spaces'],
  ['objectives_mention', 'string', 'Objectives only mentioned, separated by spaces'],
  ['themes_substantive', 'string', 'Themes treated in substance, separated by spaces'],
  ['themes_mention', 'string', 'Themes only mentioned, separated by spaces'],
  ['similar', 'string', 'Ids of statements in nearly the same words, most similar first'],
  ['text', 'string', 'The statement'],
];

const ISSUES: readonly Field[] = [
  ['id', 'string', 'Stable id: GCM and three digits'],
  ['severity', 'string', 'error, warning or info'],
  ['document', 'string', 'Id of the document, or path of the file'],
  ['place', 'string', 'Line, row or statement'],
  ['message', 'string', 'What was found'],
  ['hint', 'string', 'How to mend it'],
];

/** The columns of codings.parquet: a code given a record, or a coding without any. */
export const CODINGS: readonly Field[] = [
  ['document', 'string', 'Id of the document'],
  ['country', 'string', 'ISO 3166-1 alpha-3 code; XAA to XZZ are invented countries'],
  ['region', 'string', 'Region as the corpus gives it'],
  ['year', 'integer', 'Year of the review'],
  ['round', 'string', 'Round of reviews'],
  ['counted_as', 'string', 'Id of the document that is counted: its own, or another in its stead'],
  ['statement', 'string', 'Id of the statement'],
  ['language', 'string', 'ISO 639-1 code, or und'],
  [
    'coder',
    'string',
    'keywords@VERSION+HASH, human:INITIALS, or author for headings of the document',
  ],
  ['kind', 'string', 'result, action, plan, challenge, need, context or introducer'],
  ['absent', 'boolean', 'True where the statement reports an absence'],
  ['code', 'string', 'O01 to O23, or the name of a theme; null: read, nothing applies'],
  ['code_kind', 'string', 'objective or theme'],
  ['strength', 'string', 'substantive or mention'],
  ['score', 'number', 'How likely the code is right, 0 to 1'],
  ['evidence', 'string', 'The words that gave the code, with " | " between'],
  ['patterns', 'string', 'What found them, with " | " between'],
];

/** The columns of every CSV file, in their order. */
export const FIELDS: Readonly<Record<string, readonly Field[]>> = {
  'statements.csv': STATEMENTS,
  'coverage-objectives.csv': COVERAGE,
  'coverage-themes.csv': COVERAGE,
  'issues.csv': ISSUES,
};
