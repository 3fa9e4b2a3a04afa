import { coverage } from '../../src/measures/coverage.js';
import type { CodeInfo } from '../../src/taxonomy/types.js';
import type { CodeKind, CoverageBy } from '../../src/model/coverage.js';
import type { Answering, Questionnaire } from '../../src/model/questionnaire.js';
import type {
  Block,
  CodeAssignment,
  CodedDocument,
  Coding,
  DocumentMetadata,
  Evidence,
  Issue,
  Kind,
  Language,
  Span,
  Statement,
} from '../../src/model/types.js';
import { OUTPUT_FORMATS } from '../../src/model/formats.js';
import type { OutputFormat } from '../../src/model/formats.js';
import { reportFiles, type ReportLanguage } from '../../src/report/index.js';
import type { ReportCode, RunResult } from '../../src/report/run-result.js';

/** A statement in short: `codes` as "O10", "O07~" (mention); no `codes` means not read. */
export interface StatementSketch {
  readonly text: string;
  readonly codes?: readonly (string | CodeAssignment)[];
  readonly kind?: Kind | null;
  readonly absent?: boolean;
  readonly section?: string;
  readonly sectionTitle?: string;
  readonly question?: string;
  readonly questionText?: string;
  readonly language?: Language;
  /** Number of the statement that is the parent, from 0. */
  readonly parent?: number;
  readonly objectives?: readonly number[];
  readonly asked?: Statement['asked'];
  /** Where its block stands. */
  readonly block?: Pick<Block, 'page' | 'cell' | 'at'>;
}

export interface DocumentSketch extends DocumentMetadata {
  readonly id: string;
  readonly answering?: Answering;
  readonly countedAs?: string;
  readonly statements?: readonly StatementSketch[];
  readonly issues?: readonly Issue[];
}

/** A coded document whose text is its statements, one a line. */
export function buildDocument(sketch: DocumentSketch): CodedDocument {
  const { id, statements: sketches = [], issues = [], answering, countedAs, ...metadata } = sketch;
  const language = metadata.language ?? 'en';
  const statements: Statement[] = [];
  let text = '';
  for (const [i, each] of sketches.entries()) {
    const start = text.length;
    text += `${each.text}\n`;
    statements.push(
      buildStatement(id, i, each, {
        span: [start, text.length - 1],
        language,
        before: statements,
        isParent: sketches.some((other) => other.parent === i),
      }),
    );
  }
  const codings = sketches.flatMap((each, i) => {
    const statement = statements[i];
    return each.codes && statement ? [buildCoding(each, statement)] : [];
  });
  return {
    document: {
      id,
      source: { path: `in/${id}.txt`, sha256: 'ab'.repeat(32), mediaType: 'text/plain' },
      metadata,
      text,
      blocks: statements.map(({ spans }, i): Block => ({
        kind: 'paragraph',
        span: spans[0]!,
        ...sketches[i]?.block,
      })),
    },
    detection: { language, method: 'declared', confidence: 1 },
    statements,
    codings,
    issues,
    ...(answering === undefined ? {} : { answering }),
    ...(countedAs === undefined ? {} : { countedAs }),
  };
}

/** A questionnaire of sections "I", "II" …; each question is its label and the objectives that it asks for. */
export function buildQuestionnaire(
  sections: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>,
  id = 'test',
): Questionnaire {
  const labels = Object.keys(sections);
  return {
    id,
    title: { en: id },
    source: 'made for a test',
    sections: labels.map((label) => ({
      label,
      title: { en: `Part ${label}`, fr: `Partie ${label}` },
    })),
    questions: labels.flatMap((section) =>
      Object.entries(sections[section] ?? {}).map(([label, objectives]) => ({
        key: `${section}.${label}`,
        section,
        label,
        text: { en: `Asks ${section}.${label}`, fr: `Demande ${section}.${label}` },
        objectives,
      })),
    ),
  };
}

function buildStatement(
  document: string,
  i: number,
  sketch: StatementSketch,
  at: {
    span: Span;
    language: Language;
    before: readonly Statement[];
    isParent: boolean;
  },
): Statement {
  const parent = sketch.parent === undefined ? undefined : at.before[sketch.parent];
  const language = sketch.language ?? at.language;
  return {
    id: `${document}#${i + 1}`,
    document,
    spans: [at.span],
    text: sketch.text,
    language,
    detection: { language, method: 'prior', confidence: 0.9 },
    section: sketch.section ?? null,
    sectionTitle: sketch.sectionTitle ?? null,
    question: sketch.question ?? null,
    questionText: sketch.questionText ?? null,
    path: String(i + 1),
    parent: parent?.id ?? null,
    context: parent ? [...parent.context, parent.text] : [],
    objectives: sketch.objectives ?? [],
    objectiveHeading: null,
    hasChildren: at.isParent,
    ...(sketch.asked === undefined ? {} : { asked: sketch.asked }),
  };
}

function buildCoding(sketch: StatementSketch, statement: Statement): Coding {
  return {
    statement: statement.id,
    coder: 'keywords@1.0.0+abc',
    kind: sketch.kind === undefined ? 'action' : sketch.kind,
    absent: sketch.absent ?? false,
    codes: (sketch.codes ?? []).map((code) => (typeof code === 'string' ? assignment(code) : code)),
  };
}

/** "O10" is substantive, "O10~" a mention. */
export function assignment(short: string, evidence: readonly Evidence[] = []): CodeAssignment {
  const strength = short.endsWith('~') ? 'mention' : 'substantive';
  const score = strength === 'mention' ? 0.3 : 0.8;
  return { code: short.replace('~', ''), strength, score, evidence };
}

/** Evidence for the first place where `quote` stands in `text`. */
export function evidenceFor(
  text: string,
  quote: string,
  pattern: string,
  place: Pick<Evidence, 'in' | 'index'> = { in: 'text' },
): Evidence {
  const start = text.indexOf(quote);
  return { ...place, spans: [[start, start + quote.length]], quote, pattern };
}

export function buildCode(code: string, kind: CodeKind, label: string): ReportCode {
  const objective = kind === 'objective' ? { objective: Number(code.slice(1)) } : {};
  return {
    code,
    kind,
    titles: { en: `${label} in full` },
    labels: { en: label },
    ...objective,
  };
}

export const CODES: readonly ReportCode[] = [
  buildCode('O07', 'objective', 'Vulnerabilities'),
  buildCode('O10', 'objective', 'Trafficking'),
  buildCode('O13', 'objective', 'Detention'),
  buildCode('data', 'theme', 'Data'),
];

/** A run over documents, its coverage counted as the pipeline counts it. */
export function buildRun(
  documents: readonly CodedDocument[],
  given: {
    by?: CoverageBy;
    codes?: readonly ReportCode[];
    failures?: readonly Issue[];
  } = {},
): RunResult {
  const { by = 'country', codes = CODES, failures = [] } = given;
  const ofKind = (kind: CodeKind) => codes.filter((code) => code.kind === kind);
  return {
    documents,
    codes,
    coverage: {
      objectives: coverage(documents, ofKind('objective'), by),
      themes: coverage(documents, ofKind('theme'), by),
    },
    settings: { by, date: '2022-05-17', lang: 'en' },
    tool: { name: 'gcm-coverage', version: '0.1.0' },
    taxonomy: { id: 'gcm', version: '0.1.0', hash: 'c0ffee'.repeat(8) },
    failures,
    similar: {},
  };
}

export function issue(id: string, given: Partial<Issue> = {}): Issue {
  return {
    id,
    severity: 'warning',
    message: `message of ${id}`,
    hint: `hint of ${id}`,
    document: null,
    place: null,
    ...given,
  };
}

/** All of a file's chunks as one text. */
export function join(chunks: Iterable<string | Uint8Array>): string {
  return [...chunks]
    .map((chunk) => (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1')))
    .join('');
}

/** Content of every file of a run in all formats, or in some, by name; bytes as latin1. */
export async function filesOf(
  run: RunResult,
  lang: ReportLanguage = 'en',
  formats: readonly OutputFormat[] = ALL_FORMATS,
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { name, make } of await reportFiles(run, lang, formats))
    files[name] = join(await make());
  return files;
}

export const ALL_FORMATS = Object.keys(OUTPUT_FORMATS) as OutputFormat[];

/** A code of a taxonomy made for a test; `objective` is null for a theme. */
export function codeInfo(code: string, objective: number | null): CodeInfo {
  return {
    code,
    kind: objective === null ? 'theme' : 'objective',
    objective,
    titles: {},
    labels: {},
    definition: '',
    source: '',
    roundTable: null,
    sdg: [],
    related: [],
  };
}
