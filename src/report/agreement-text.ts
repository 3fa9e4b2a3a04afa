/** Agreement of coders as tables of text. */
import type { Agreement } from '../measures/agreement.js';
import { LAYERS } from '../measures/evaluation.js';
import { figure, table } from './table.js';
import type { TableStyle } from './table.js';

const NAMES = { substantive: 'substantive', any: 'any strength', themes: 'themes' } as const;

/** Pairs of coders, all coders together, and each code. */
export function agreementText(
  found: Agreement,
  label: (code: string) => string,
  style: TableStyle,
): string {
  const { coders, statements } = found;
  const parts = [
    `${coders.length} coders, ${statements} statements that at least two have coded`,
    table(
      [
        'coders',
        'statements',
        ...LAYERS.flatMap((layer) => [`F1 ${NAMES[layer]}`, 'kappa']),
        'kind',
      ],
      found.pairs.map(({ coders: [a, b], statements: both, f1, kappa, kind }) => [
        `${a} / ${b}`,
        String(both),
        ...LAYERS.flatMap((layer) => [figure(f1[layer]), figure(kappa[layer])]),
        figure(kind),
      ]),
      style,
    ),
    table(
      ["Krippendorff's alpha (MASI)", ''],
      [
        ...LAYERS.map((layer) => [NAMES[layer], figure(found.alpha[layer])]),
        ['kind (nominal)', figure(found.kindAlpha)],
      ],
      style,
    ),
    table(
      ['code', 'statements', 'alpha', 'kappa'],
      [...found.byCode].map(([code, { statements: count, alpha, kappa }]) => [
        [code, label(code)].filter(Boolean).join(' '),
        String(count),
        figure(alpha),
        figure(kappa),
      ]),
      style,
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}
