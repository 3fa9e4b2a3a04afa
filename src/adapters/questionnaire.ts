/** Questionnaires: those that ship, and the user's own in the corpus folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question, Questionnaire, TextsByLanguage } from '../model/questionnaire.js';
import type { Issue } from '../model/types.js';
import { YamlReader } from '../taxonomy/yaml.js';
import type { YamlFile } from '../taxonomy/yaml.js';
import { nearest } from './nearest.js';
import { packageRoot } from './taxonomy.js';

const shipped = join(packageRoot, 'corpora', 'questionnaires');
const schema = join(packageRoot, 'corpora', 'schema', 'questionnaire.schema.json');

type RawObjectives = 'all' | 'none' | readonly number[];

interface RawQuestion {
  readonly label: string;
  readonly text: TextsByLanguage;
  readonly objectives?: RawObjectives;
}

interface RawQuestionnaire {
  readonly id: string;
  readonly title: TextsByLanguage;
  readonly source: string;
  readonly sections: readonly {
    readonly label: string;
    readonly title: TextsByLanguage;
    readonly objectives?: RawObjectives;
    readonly questions: readonly RawQuestion[];
  }[];
}

/** A questionnaire, or the problems that keep it from being used. */
export interface LoadedQuestionnaire {
  readonly questionnaire: Questionnaire | null;
  readonly issues: readonly Issue[];
}

const ALL: readonly number[] = Array.from({ length: 23 }, (_, at) => at + 1);

/** Names of the questionnaires that ship, in order. */
export function shippedQuestionnaires(): string[] {
  return readdirSync(shipped)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** The file of a questionnaire that ships, or null where none has the name. */
export function shippedQuestionnaire(name: string): string | null {
  return shippedQuestionnaires().includes(name) ? join(shipped, `${name}.yaml`) : null;
}

/** Reads a questionnaire's file (GCM142: not YAML, against the schema, or a label twice). */
export function loadQuestionnaire(path: string): LoadedQuestionnaire {
  if (!existsSync(path)) return { questionnaire: null, issues: [] };
  return parseQuestionnaire(path, readFileSync(path, 'utf8'));
}

/** Reads a questionnaire's text. */
export function parseQuestionnaire(path: string, text: string): LoadedQuestionnaire {
  const schemas = { questionnaire: JSON.parse(readFileSync(schema, 'utf8')) as object };
  const reader = new YamlReader(schemas, nearest, {
    broken: 'GCM142',
    unfit: 'GCM142',
    page: 'corpora/README.md',
  });
  const file = reader.read({ path, text }, 'questionnaire');
  if (file.value === undefined) return { questionnaire: null, issues: file.problems };
  const raw = file.value as RawQuestionnaire;
  const twice = labelledTwice(raw, file);
  if (twice.length > 0) return { questionnaire: null, issues: twice };
  return { questionnaire: questionnaireOf(raw), issues: [] };
}

function labelledTwice({ sections }: RawQuestionnaire, file: YamlFile): Issue[] {
  const issues: Issue[] = [];
  const known = new Set<string>();
  const check = (key: string, path: readonly (string | number)[]): void => {
    const folded = key.toLowerCase();
    if (known.has(folded))
      issues.push(
        file.problem(
          'GCM142',
          path,
          `the label '${key}' stands here for a second time`,
          'Sections, and the questions of a section, need labels of their own.',
        ),
      );
    known.add(folded);
  };
  sections.forEach((section, at) => {
    check(section.label, ['sections', at, 'label']);
    section.questions.forEach((question, number) =>
      check(`${section.label}.${question.label}`, ['sections', at, 'questions', number, 'label']),
    );
  });
  return issues;
}

function questionnaireOf({ id, title, source, sections }: RawQuestionnaire): Questionnaire {
  return {
    id,
    title,
    source,
    sections: sections.map((section) => ({ label: section.label, title: section.title })),
    questions: sections.flatMap((section) =>
      section.questions.map((raw) => questionOf(raw, section.label, section.objectives)),
    ),
  };
}

/** What a question asks for: its own word, else its section's, else every objective. */
function questionOf(
  { label, text, objectives }: RawQuestion,
  section: string,
  ofSection: RawObjectives = 'all',
): Question {
  const asked = objectives ?? ofSection;
  const numbers = asked === 'all' ? ALL : asked === 'none' ? [] : [...asked].sort((a, b) => a - b);
  return { key: `${section}.${label}`, section, label, text, objectives: numbers };
}
