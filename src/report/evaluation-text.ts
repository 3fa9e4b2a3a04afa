/** An evaluation as text for a terminal, or as Markdown for a page. */
import type { Consistency } from '../measures/consistency.js';
import { LAYERS } from '../measures/evaluation.js';
import type { Accuracy, Evaluation, GroupAccuracy, Layer, Miss } from '../measures/evaluation.js';
import { figure, table } from './table.js';
import type { TableStyle } from './table.js';

export interface EvaluationTextOptions {
  readonly style: TableStyle;
  /** How many statements with wrong codes to show. */
  readonly misses: number;
  /** Short label of a code. */
  readonly label: (code: string) => string;
  readonly themes: ReadonlySet<string>;
}

const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  substantive: 'objectives, substantive',
  any: 'objectives, any strength',
  themes: 'themes',
};

const HEAD = ['P', 'R', 'F1', '95 %'];

/** All tables of an evaluation, then the worst misses. */
export function evaluationText(evaluation: Evaluation, options: EvaluationTextOptions): string {
  const { style } = options;
  const parts = [
    heading(`${evaluation.overall.statements} statements`, style),
    overall(evaluation.overall, style),
    heading('By language', style),
    groups('language', evaluation.byLanguage, style),
    ...documents(evaluation, style),
    heading('By objective (substantive) and language, F1', style),
    codes(evaluation, options, false),
    heading('By theme and language, F1', style),
    codes(evaluation, options, true),
    heading('Kinds', style),
    table(
      ['kind', 'wanted', ...HEAD],
      [...evaluation.kinds].map(([kind, found]) => [
        kind,
        String(found.tally.wanted),
        ...cells(found),
      ]),
      style,
    ),
    heading('What a score means', style),
    reliabilityTable(evaluation, style),
    ...known(evaluation, style),
  ];
  if (options.misses > 0 && evaluation.misses.length > 0)
    parts.push(heading('Worst misses', style), ...misses(evaluation.misses, options));
  return `${parts.join('\n\n')}\n`;
}

/** Consistency over languages as a table. */
export function consistencyText(
  found: ReadonlyMap<string, Consistency>,
  style: TableStyle,
): string {
  const rows = [...found].map(([pair, { statements, jaccard, kind }]) => [
    pair === 'all' ? 'all pairs' : pair,
    String(statements),
    ...LAYERS.map((layer) => figure(jaccard[layer])),
    figure(kind),
  ]);
  const head = ['languages', 'pairs', ...LAYERS.map((layer) => LAYER_NAMES[layer]), 'same kind'];
  return `${heading('The same statements in several languages, mean Jaccard', style)}\n\n${table(head, rows, style)}\n`;
}

function heading(text: string, style: TableStyle): string {
  return style === 'markdown' ? `### ${text}` : text;
}

function cells({ precision, recall, f1, interval }: Accuracy): string[] {
  const range = interval === null ? '–' : `${figure(interval[0])}–${figure(interval[1])}`;
  return [figure(precision), figure(recall), figure(f1), range];
}

function overall(group: GroupAccuracy, style: TableStyle): string {
  const rows = LAYERS.map((layer) => [LAYER_NAMES[layer], ...cells(group.layers[layer])]);
  rows.push(
    ['absence', ...cells(group.absent)],
    ['kind (share right)', '', '', figure(group.kind)],
  );
  return table(['measure', ...HEAD], rows, style);
}

/** Documents shown at most: with more the rows are small and say little; JSON has them all. */
const MOST_DOCUMENTS = 12;

function documents({ byDocument }: Evaluation, style: TableStyle): string[] {
  if (byDocument.size < 2 || byDocument.size > MOST_DOCUMENTS) return [];
  return [heading('By document', style), groups('document', byDocument, style)];
}

function groups(
  name: string,
  found: ReadonlyMap<string, GroupAccuracy>,
  style: TableStyle,
): string {
  const rows = [...found].map(([key, { statements, layers, kind }]) => [
    key,
    String(statements),
    ...cells(layers.substantive),
    figure(layers.any.f1),
    figure(layers.themes.f1),
    figure(kind),
  ]);
  return table([name, 'statements', ...HEAD, 'any', 'themes', 'kind'], rows, style);
}

function codes(evaluation: Evaluation, options: EvaluationTextOptions, themes: boolean): string {
  const languages = [...evaluation.byLanguage.keys()];
  const rows = [...evaluation.byCode]
    .filter(([code]) => options.themes.has(code) === themes)
    .map(([code, accuracy]) => [
      themes ? code : `${code} ${options.label(code)}`,
      String(accuracy.tally.wanted),
      ...cells(accuracy),
      ...languages.map((language) =>
        figure(evaluation.byCodeAndLanguage.get(`${code} ${language}`)?.f1 ?? null),
      ),
    ]);
  return table(['code', 'wanted', ...HEAD, ...languages], rows, options.style);
}

function reliabilityTable(
  { reliability, calibrationError }: Evaluation,
  style: TableStyle,
): string {
  const rows = reliability
    .filter(({ codes: count }) => count > 0)
    .map(({ from, to, codes: count, meanScore, shareRight }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      String(count),
      figure(meanScore),
      figure(shareRight),
    ]);
  const text = table(['score', 'codes', 'mean score', 'share right'], rows, style);
  return `${text}\n\nExpected calibration error ${figure(calibrationError)}`;
}

function known({ known: found }: Evaluation, style: TableStyle): string[] {
  if (found === null) return [];
  const { statements, among, substantive, first, codes: count } = found;
  const row = [
    String(statements),
    figure(among),
    figure(substantive),
    figure(first),
    figure(count),
  ];
  return [
    heading('Texts known for one objective', style),
    table(['texts', 'found', 'substantive', 'first', 'objectives a text'], [row], style),
  ];
}

function misses(found: readonly Miss[], { misses: most, style }: EvaluationTextOptions): string[] {
  return found.slice(0, most).map(({ id, language, text, missed, wrong }) => {
    const lines = [`${style === 'markdown' ? '- ' : ''}${id} (${language}) ${text}`];
    if (missed.length > 0) lines.push(`  missed ${missed.join(', ')}`);
    for (const { code, score, evidence } of wrong) {
      const quotes = evidence.map(({ quote, pattern }) => `"${quote}" by ${pattern}`).join('; ');
      lines.push(`  wrong  ${code} ${figure(score)}: ${quotes}`);
    }
    return lines.join('\n');
  });
}
