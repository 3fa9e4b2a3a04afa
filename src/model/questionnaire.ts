/** A text by language (ISO 639-1), in some of the languages. */
export type TextsByLanguage = Readonly<Record<string, string>>;

/** One question of a questionnaire. */
export interface Question {
  /** Section's and question's label with a point between ("II.e"). */
  readonly key: string;
  /** Label of its section ("II"). */
  readonly section: string;
  /** Its own label ("e"). */
  readonly label: string;
  /** What it asks, in short. */
  readonly text: TextsByLanguage;
  /** Numbers (1-23) of the objectives that an answer may treat. */
  readonly objectives: readonly number[];
}

/** A part of a questionnaire. */
export interface QuestionnaireSection {
  readonly label: string;
  readonly title: TextsByLanguage;
}

/** The questions that governments were asked; sections and questions in their order. */
export interface Questionnaire {
  readonly id: string;
  readonly title: TextsByLanguage;
  readonly source: string;
  readonly sections: readonly QuestionnaireSection[];
  readonly questions: readonly Question[];
}

/** What a document was asked, and what of it it leaves open. */
export interface Answering {
  readonly questionnaire: Questionnaire;
  /** Keys of the questions without a statement, in order; null where the document could not be read. */
  readonly unanswered: readonly string[] | null;
}

/** The text in a language, else in English, else in the first by its code. */
export function textIn(texts: TextsByLanguage, language: string): string {
  return texts[language] ?? texts['en'] ?? texts[Object.keys(texts).sort()[0] ?? ''] ?? '';
}
