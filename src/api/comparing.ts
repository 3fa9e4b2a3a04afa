/** Public API: comparing runs, rounds and regions. */
import type { Comparison } from '../model/comparison.js';
import type { CodedDocument } from '../model/types.js';
import type { ReportCode, ReportLanguage, RunResult } from '../report/index.js';

/** What to compare: two runs, or two rounds or regions of one. */
export type CompareChoice =
  | { readonly runs: readonly [RunResult, RunResult]; readonly names: readonly [string, string] }
  | { readonly run: RunResult; readonly rounds: readonly [string, string] }
  | { readonly run: RunResult; readonly regions: readonly [string, string] };

/** Compares two sets of documents; see the command `compare`. */
export async function compareRuns(choice: CompareChoice): Promise<Comparison> {
  const { compareSides } = await import('../measures/compare.js');
  const [a, b] = sidesOf(choice);
  const { codes } = 'run' in choice ? choice.run : choice.runs[1];
  return compareSides(a, b, { codes, asWholes: 'regions' in choice });
}

function sidesOf(choice: CompareChoice) {
  if ('runs' in choice)
    return choice.runs.map((run, i) => ({
      name: choice.names[i] ?? '',
      documents: run.documents,
    })) as unknown as Sides;
  const of = (name: string, has: (coded: CodedDocument) => boolean) => ({
    name,
    documents: choice.run.documents.filter(has),
  });
  // A round may be known by its name, or else by its year.
  if ('rounds' in choice)
    return choice.rounds.map((name) =>
      of(
        name,
        ({ document: { metadata } }) =>
          metadata.round === name || String(metadata.year ?? '') === name,
      ),
    ) as unknown as Sides;
  return choice.regions.map((name) =>
    of(name, ({ document }) => document.metadata.region === name),
  ) as unknown as Sides;
}

type Sides = readonly [
  { readonly name: string; readonly documents: readonly CodedDocument[] },
  { readonly name: string; readonly documents: readonly CodedDocument[] },
];

/** A comparison as a text, a page or data. */
export async function comparisonAs(
  comparison: Comparison,
  codes: readonly ReportCode[],
  format: 'text' | 'html' | 'json',
  lang: ReportLanguage,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(comparison, null, 1)}\n`;
  const { comparisonContent } = await import('../report/news/comparison.js');
  const content = comparisonContent(comparison, codes, lang);
  if (format === 'text')
    return (await import('../report/news/markdown.js')).contentMarkdown(content);
  const { contentHtml } = await import('../report/news/html.js');
  return contentHtml(content, lang, 'gcm-coverage');
}
