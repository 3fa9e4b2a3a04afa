/** Every command and flag is described in the README, has examples in its help, and every issue id is documented. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/main.js';
import { cli, root } from '../support/cli.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const program = buildProgram(() => undefined);
const commands = program.commands.flatMap((group) =>
  group.commands.length === 0
    ? [{ name: group.name(), command: group }]
    : group.commands.map((command) => ({ name: `${group.name()} ${command.name()}`, command })),
);

describe('documentation', () => {
  it.each(commands)('README names the command $name and its options', ({ name, command }) => {
    expect(readme).toContain(`\`${name}`);
    for (const { long } of command.options)
      expect(readme, `${name} ${long}`).toContain(`\`${long}`);
  });

  it.each(commands)('--help of $name has examples', ({ name }) => {
    const { code, stdout } = cli([...name.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`gcm-coverage ${name}`);
    expect(stdout).toMatch(/Examples:/u);
  });

  it('describes every issue id that the code gives', () => {
    const sources = globSync('src/**/*.ts', { cwd: root }).map((file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    const ids = new Set(sources.flatMap((text) => text.match(/GCM\d{3}/gu) ?? []));
    const page = readFileSync(join(root, 'reports', 'README.md'), 'utf8');
    expect([...ids].filter((id) => !page.includes(id)).sort()).toEqual([]);
  });
});
