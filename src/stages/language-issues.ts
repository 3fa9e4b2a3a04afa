/** Issues of documents and statements whose language has no terms: reported, not counted as empty. */
import type { Coding, Detection, Document, Issue, Statement } from '../model/types.js';

interface Segmented {
  readonly document: Document;
  readonly detection: Detection;
  readonly statements: readonly Statement[];
}

/** GCM210: no statement of the document could be coded. GCM211: some could not. */
export function languageIssues(segmented: Segmented, codings: readonly Coding[]): Issue[] {
  const { document, detection, statements } = segmented;
  const missed = statements.length - codings.length;
  if (missed <= 0) return [];
  const all = missed === statements.length;
  const languages = uncoded(statements, codings);
  const message = all
    ? `no statement could be coded: its language (${detection.language}) has no terms`
    : `${missed} of ${statements.length} statements could not be coded: no terms for ${languages.join(', ')}`;
  return [
    {
      id: all ? 'GCM210' : 'GCM211',
      severity: all ? 'error' : 'warning',
      message,
      hint: "Name the document's language in corpus.yaml if it was detected wrongly, or add terms for it (taxonomies/README.md).",
      document: document.id,
      place: null,
    },
  ];
}

function uncoded(statements: readonly Statement[], codings: readonly Coding[]): string[] {
  const coded = new Set(codings.map(({ statement }) => statement));
  const left = statements.filter(({ id }) => !coded.has(id)).map(({ language }) => language);
  return [...new Set<string>(left)].sort();
}
