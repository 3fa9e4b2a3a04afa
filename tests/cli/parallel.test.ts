/** `tag` shared out over processes by GNU parallel, as README shows it. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cli, root } from '../support/cli.js';

const found = spawnSync('parallel', ['--version'], { encoding: 'utf8' });
const isThere = found.status === 0 && found.stdout.startsWith('GNU parallel');
if (!isThere) console.warn('tests/cli/parallel.test.ts is skipped: GNU parallel is not installed');

const TEXTS = [
  'Une loi contre la traite des personnes a été adoptée.',
  'Consular staff issued 4,000 travel documents to nationals abroad.',
  'اعتمدت الحكومة خطة وطنية لخفض تكلفة التحويلات المالية.',
  'El registro de población aún no incluye datos sobre migrantes.',
];

describe.skipIf(!isThere)('tag through GNU parallel', () => {
  it('gives the lines of one process, in their order', { timeout: 60_000 }, () => {
    const lines = Array.from({ length: 400 }, (_, id) =>
      JSON.stringify({ id, text: TEXTS[id % TEXTS.length], question: `q${id}` }),
    );
    const input = `${lines.join('\n')}\n`;
    const together = spawnSync(
      'parallel',
      [
        '--will-cite',
        '--pipe',
        '--keep-order',
        '-j2',
        '--block',
        '16k',
        'node bin/gcm-coverage.js tag',
      ],
      { input, encoding: 'utf8', cwd: root, env: { ...process.env, NO_COLOR: '1' } },
    );
    expect(together.status, together.stderr).toBe(0);
    expect(Buffer.byteLength(input)).toBeGreaterThan(2 * 16_384);
    const alone = cli(['tag'], input).stdout;
    expect(alone.trimEnd().split('\n')).toHaveLength(lines.length);
    expect(together.stdout).toBe(alone);
  });
});
