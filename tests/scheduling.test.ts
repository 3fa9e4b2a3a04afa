/** The files of corpora/scheduling do what they say. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../src/cli/main.js';
import { emptyFolder, root } from './support/cli.js';
import { writeReviews } from './support/update.js';

const folder = join(root, 'corpora', 'scheduling');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const program = `${process.execPath} ${join(root, 'bin', 'gcm-coverage.js')}`;

function runNightly(more: Record<string, string> = {}) {
  const place = emptyFolder();
  writeReviews(join(place, 'in'), 2);
  const env = {
    PATH: process.env['PATH'] ?? '',
    GCM_CORPUS: join(place, 'in'),
    GCM_STATE: join(place, 'state'),
    GCM_COVERAGE: program,
    ...more,
  };
  mkdirSync(join(place, 'state'));
  const done = spawnSync('/bin/sh', [join(folder, 'nightly.sh')], { env, encoding: 'utf8' });
  return { place, ...done };
}

const flags = new Set(
  buildProgram(() => undefined)
    .commands.find((one) => one.name() === 'update')
    ?.options.flatMap(({ long }) => long ?? []),
);

describe('scheduling', () => {
  it('nightly.sh updates the store and writes what is new', () => {
    const { place, status, stdout, stderr } = runNightly();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ new: true, changes: { new: 2 } });
    expect(existsSync(join(place, 'state', 'reports', 'latest', 'what-is-new.html'))).toBe(true);
  });

  it('nightly.sh says which setting it misses, and mails where it is told to', () => {
    expect(runNightly({ GCM_CORPUS: '' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('GCM_CORPUS'),
    });
    const mailed = runNightly({ GCM_MAIL_TO: 'a@example.org', GCM_SMTP_FILE: '/nowhere' });
    expect(mailed.stderr).toContain('GCM170');
  });

  it('cron calls it with settings that it knows', () => {
    const line =
      read('crontab')
        .split('\n')
        .find((one) => /^\d/u.test(one)) ?? '';
    expect(line).toMatch(
      /^30 2 \* \* \* (?:GCM_\w+=\S+ )+\/usr\/local\/bin\/gcm-coverage-nightly$/u,
    );
    for (const [, name] of line.matchAll(/(GCM_\w+)=/gu))
      expect(read('nightly.sh')).toContain(name);
  });

  it('the service names settings that the command knows, and the timer the same unit', () => {
    const service = read('gcm-coverage.service');
    for (const [, name] of service.matchAll(/Environment=(GCM_\w+)=/gu))
      expect(read('nightly.sh')).toContain(name);
    expect(read('gcm-coverage.timer')).toContain('OnCalendar=*-*-* 02:30:00');
  });

  const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
  if (!analyze) console.warn('systemd-analyze is not there: the units are not verified');
  it.skipIf(!analyze)('systemd finds nothing wrong with the units', () => {
    const { stderr } = spawnSync(
      'systemd-analyze',
      ['verify', join(folder, 'gcm-coverage.timer')],
      { encoding: 'utf8' },
    );
    expect(
      stderr
        .split('\n')
        .filter((line) => line.includes('gcm-coverage') && !line.includes('not executable')),
    ).toEqual([]);
  });

  it('the workflow is one, and its command runs', () => {
    const { jobs } = parse(read('workflow.yml')) as {
      jobs: { update: { steps: { name?: string; run?: string }[] } };
    };
    const command = jobs.update.steps.find(({ name }) => name === 'Update')?.run?.trim() ?? '';
    for (const [flag] of command.matchAll(/--[\w-]+/gu)) expect(flags).toContain(flag);
    const place = emptyFolder();
    writeReviews(join(place, 'reviews'), 2);
    const { status, stdout } = spawnSync(
      '/bin/sh',
      ['-c', command.replace('gcm-coverage', program)],
      { cwd: place, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('2 new');
    expect(existsSync(join(place, 'state', 'reports', 'latest', 'what-is-new.md'))).toBe(true);
  });
});
