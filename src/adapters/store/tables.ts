/** What stands in the store: tables, columns, views. Documented in reports/README.md. */

/** A column: name, type of DuckDB, and what it means. */
export type StoreColumn = readonly [name: string, type: string, meaning: string];

/** Version of the tables; raised with a migration in {@link MIGRATIONS}. */
export const STORE_VERSION = 1;

export const TABLES: Readonly<Record<string, readonly StoreColumn[]>> = {
  meta: [['version', 'INTEGER', 'version of these tables']],
  documents: [
    ['id', 'VARCHAR', 'id of the document, as in all files'],
    ['path', 'VARCHAR', 'path of its file below the corpus'],
    ['part', 'INTEGER', 'number of the document in its file, from 0'],
    ['sha256', 'VARCHAR', 'of the file that was coded'],
    ['reading_key', 'VARCHAR', 'of all that decides its codings; unchanged: it is not read again'],
    ['described', 'VARCHAR', 'of all that describes it'],
    ['status', 'VARCHAR', 'coded, failed, stale (its last good coding is kept) or withdrawn'],
    ['country', 'VARCHAR', 'ISO 3166-1 alpha-3'],
    ['region', 'VARCHAR', 'as corpus.yaml gives it'],
    ['year', 'INTEGER', 'of the review'],
    ['round', 'VARCHAR', 'of reviews'],
    ['title', 'VARCHAR', 'as corpus.yaml gives it'],
    ['language', 'VARCHAR', 'ISO 639-1, or und'],
    ['statements', 'INTEGER', 'statements found'],
    ['counted_as', 'VARCHAR', 'id of the document that is counted: its own, or another'],
    ['questionnaire', 'VARCHAR', 'hash of the questionnaire that it answers'],
    ['text', 'VARCHAR', 'the text as read'],
    ['metadata', 'VARCHAR', 'all of its description, JSON'],
    ['unanswered', 'VARCHAR', 'questions that it leaves open, JSON'],
    ['counts', 'VARCHAR', 'what it adds to coverage, JSON'],
    ['whole', 'BLOB', 'the coded document, JSON, deflated'],
  ],
  statements: [
    ['id', 'VARCHAR', 'id of the statement'],
    ['document', 'VARCHAR', 'id of the document'],
    ['number', 'INTEGER', 'place in reading order, from 0'],
    ['language', 'VARCHAR', 'ISO 639-1, or und'],
    ['section', 'VARCHAR', 'label of the section'],
    ['question', 'VARCHAR', 'label of the question'],
    ['context', 'VARCHAR', 'texts above it, outermost first, joined by " > "'],
    ['text', 'VARCHAR', 'the statement'],
  ],
  codings: [
    ['statement', 'VARCHAR', 'id of the statement'],
    ['document', 'VARCHAR', 'id of the document'],
    ['coder', 'VARCHAR', 'keywords@VERSION+HASH, human:INITIALS, or author'],
    ['taxonomy', 'VARCHAR', 'hash of the taxonomy, of machine codings'],
    ['counts', 'BOOLEAN', 'true for the coding that is counted: of a person first'],
    ['kind', 'VARCHAR', 'kind of statement'],
    ['absent', 'BOOLEAN', 'it reports an absence'],
  ],
  codes: [
    ['statement', 'VARCHAR', 'id of the statement'],
    ['document', 'VARCHAR', 'id of the document'],
    ['coder', 'VARCHAR', 'who gave it'],
    ['code', 'VARCHAR', 'O01 to O23, or a theme'],
    ['strength', 'VARCHAR', 'substantive or mention'],
    ['score', 'DOUBLE', 'how likely it is right, 0 to 1'],
  ],
  evidence: [
    ['statement', 'VARCHAR', 'id of the statement'],
    ['document', 'VARCHAR', 'id of the document'],
    ['coder', 'VARCHAR', 'who gave the code'],
    ['code', 'VARCHAR', 'the code'],
    ['place', 'VARCHAR', 'text, context or heading'],
    ['quote', 'VARCHAR', 'the words'],
    ['pattern', 'VARCHAR', 'what found them'],
  ],
  issues: [
    ['document', 'VARCHAR', 'id of the document'],
    ['id', 'VARCHAR', 'GCM and three digits'],
    ['severity', 'VARCHAR', 'error, warning or info'],
    ['message', 'VARCHAR', 'what was found'],
    ['hint', 'VARCHAR', 'how to mend it'],
    ['place', 'VARCHAR', 'where in it'],
  ],
  human_codings: [
    ['number', 'INTEGER', 'order in which they were given: the last of a statement counts'],
    ['statement', 'VARCHAR', 'id of the statement that was coded'],
    ['coder', 'VARCHAR', 'human:INITIALS'],
    ['coding', 'VARCHAR', 'the coding as `review import` writes it, JSON'],
  ],
  codebook: [
    ['code', 'VARCHAR', 'O01 to O23, or a theme'],
    ['kind', 'VARCHAR', 'objective or theme'],
    ['label', 'VARCHAR', 'short English label'],
  ],
  questionnaires: [
    ['hash', 'VARCHAR', 'of its content'],
    ['content', 'VARCHAR', 'the questionnaire, JSON'],
  ],
  runs: [
    ['number', 'INTEGER', 'from 1'],
    ['name', 'VARCHAR', 'name of its report folder'],
    ['date', 'VARCHAR', 'date that it was given'],
    ['tool', 'VARCHAR', 'name and version of the program'],
    ['taxonomy', 'VARCHAR', 'id, version and hash of the taxonomy, JSON'],
    ['settings', 'VARCHAR', 'settings that change results, JSON'],
    ['documents', 'INTEGER', 'documents counted'],
    ['statements', 'INTEGER', 'statements read'],
    ['coverage', 'VARCHAR', 'coverage by country at its end, JSON'],
    ['state', 'BLOB', 'documents at its end, JSON, deflated; of the last run alone'],
  ],
};

/** Views: name, what it shows, SQL. */
export const VIEWS: readonly (readonly [name: string, meaning: string, sql: string])[] = [
  [
    'latest_codings',
    'the codings that count, of documents that are counted: one a statement, with its text',
    `SELECT d.country, d.region, d.year, d.round, c.document, c.statement, c.coder, c.kind, c.absent, s.language, s.section, s.question, s.text
     FROM codings c JOIN documents d ON d.id = c.document JOIN statements s ON s.id = c.statement
     WHERE c.counts AND d.status <> 'withdrawn' AND d.counted_as = d.id`,
  ],
  [
    'coverage',
    'statements by country and code: substantive, mention, absent; a country and code without any has zeros',
    `WITH rows AS (SELECT DISTINCT country FROM documents WHERE status <> 'withdrawn' AND counted_as = id),
     given AS (
       SELECT l.country, g.code, l.statement, l.absent, bool_or(g.strength = 'substantive') AS strong
       FROM latest_codings l JOIN codes g ON g.statement = l.statement AND g.coder = l.coder
       WHERE l.kind IS DISTINCT FROM 'introducer' GROUP BY ALL)
     SELECT r.country, b.code, b.kind, b.label,
       count(g.statement) FILTER (WHERE NOT g.absent AND g.strong) AS substantive,
       count(g.statement) FILTER (WHERE NOT g.absent AND NOT g.strong) AS mention,
       count(g.statement) FILTER (WHERE g.absent) AS absent
     FROM rows r CROSS JOIN codebook b LEFT JOIN given g ON g.country IS NOT DISTINCT FROM r.country AND g.code = b.code
     GROUP BY ALL ORDER BY r.country, b.kind, b.code`,
  ],
  [
    'gaps',
    'countries and codes that no statement treats',
    'SELECT country, code, kind, label, mention, absent FROM coverage WHERE substantive = 0 ORDER BY country, kind, code',
  ],
];

/** SQL that makes every table and view of the newest version. */
export function schemaSql(): string[] {
  const tables = Object.entries(TABLES).map(
    ([name, columns]) =>
      `CREATE TABLE IF NOT EXISTS ${name} (${columns.map(([column, type]) => `"${column}" ${type}`).join(', ')})`,
  );
  const views = VIEWS.map(([name, , sql]) => `CREATE OR REPLACE VIEW ${name} AS ${sql}`);
  return [...tables, ...views];
}

/** What brings a store of an earlier version to the next one: SQL by the version that it leaves. */
export const MIGRATIONS: Readonly<Record<number, readonly string[]>> = {};
