/** The questionnaire that an entry of corpus.yaml declares. */
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import type { Questionnaire } from '../model/questionnaire.js';
import type { Issue } from '../model/types.js';
import { pathWithin } from './inside.js';
import { nearest } from './nearest.js';
import {
  loadQuestionnaire,
  shippedQuestionnaire,
  shippedQuestionnaires,
  type LoadedQuestionnaire,
} from './questionnaire.js';

/** Declares that a document answers no questionnaire, whatever the others do. */
export const NO_QUESTIONNAIRE = 'none';

/** Why a questionnaire cannot be used, for the entry that names it. */
type Complaint = Pick<Issue, 'message' | 'hint'>;

/** Finds questionnaires by the names that a corpus.yaml uses. */
export interface QuestionnaireFinder {
  /** The questionnaire; null for `none` and where it cannot be used. */
  find(name: string): { questionnaire: Questionnaire | null; complaint: Complaint | null };
  /** Problems in the files of questionnaires (GCM142), each once. */
  issues(): Issue[];
}

/**
 * A finder for the corpus.yaml of a folder: a name is one that ships, or the path
 * of a YAML file below the folder. Each file is read once.
 */
export function questionnaireFinder(folder: string): QuestionnaireFinder {
  const read = new Map<string, LoadedQuestionnaire>();
  const load = (path: string): Questionnaire | null => {
    const loaded = read.get(path) ?? loadQuestionnaire(path);
    read.set(path, loaded);
    return loaded.questionnaire;
  };
  return {
    find: (name) => {
      if (name === NO_QUESTIONNAIRE) return { questionnaire: null, complaint: null };
      const path = shippedQuestionnaire(name) ?? ownFile(folder, name);
      if (typeof path !== 'string') return { questionnaire: null, complaint: path };
      return { questionnaire: load(path), complaint: null };
    },
    issues: () => [...read.values()].flatMap(({ issues }) => issues),
  };
}

function ownFile(folder: string, name: string): string | Complaint {
  if (!/\.ya?ml$/iu.test(name)) return unknown(name);
  const path = pathWithin(folder, name);
  if (path === null)
    return {
      message: `the questionnaire '${name}' is outside of the corpus folder`,
      hint: 'Put the file into the folder.',
    };
  if (existsSync(path)) return path;
  return {
    message: `there is no questionnaire '${posix.join(folder, name)}'`,
    hint: 'Check the name of the file.',
  };
}

function unknown(name: string): Complaint {
  const shipped = shippedQuestionnaires();
  const near = nearest(name, shipped);
  return {
    message: `there is no questionnaire '${name}'`,
    hint: `${near === null ? '' : `Did you mean '${near}'? `}Those that ship: ${shipped.join(', ')}; or give the path of a .yaml file in the folder.`,
  };
}
