/** Every import rule matches real files, and each of its patterns can fail. */
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
// @ts-expect-error the linter's configuration has no types
import { BOUNDARIES } from '../eslint.config.js';
import { root } from './support/cli.js';

const rules = Object.entries(BOUNDARIES as Record<string, [string, string][]>);

/** For each folder: an import that must be refused and one that must not. */
const CASES: Record<string, [refused: string, allowed: string]> = {
  'src/model/**/*.ts': ['../taxonomy/types.js', './types.js'],
  'src/measures/**/*.ts': ['../report/index.js', '../model/types.js'],
  'src/stages/**/*.ts': ['franc', '../taxonomy/matcher.js'],
  'src/training/**/*.ts': ['../adapters/gold.js', '../stages/classify/kind.js'],
  'src/taxonomy/**/*.ts': ['../stages/classify.js', 'yaml'],
  'src/readers/*.ts': ['../stages/segment.js', 'htmlparser2'],
  'src/readers/*/*.ts': ['../../stages/segment.js', '../builder.js'],
  'src/report/**/*.ts': ['../stages/classify.js', './csv.js'],
  'src/page/**/*.{ts,tsx}': ['../report/html/names.js', '../model/types.js'],
  'src/adapters/**/*.ts': ['../cli/io.js', '../model/text.js'],
  'src/coding/**/*.ts': ['../run.js', '../pipeline.js'],
  'src/api/**/*.ts': ['../cli/io.js', '../adapters/gold.js'],
  'src/pipeline.ts': ['./readers/index.js', './stages/segment.js'],
  'src/cli/**/*.ts': ['../stages/classify.js', '../index.js'],
};

describe('import boundaries', () => {
  it.each(rules)('%s matches files and tells right from wrong', (glob, patterns) => {
    expect(globSync(glob, { cwd: root }).length).toBeGreaterThan(0);
    const [refused, allowed] = CASES[glob]!;
    const hits = (path: string): boolean =>
      patterns.some(([regex]) => new RegExp(regex, 'u').test(path));
    expect(hits(refused)).toBe(true);
    expect(hits(allowed)).toBe(false);
  });
});
