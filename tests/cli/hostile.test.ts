/** A run over good documents and hostile ones: the good are coded as if they were alone. */
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cli, emptyFolder, root } from '../support/cli.js';
import type { CliResult } from '../support/cli.js';
import { ARCHIVES, BOMBS, DISGUISED, ENTITIES, PAGES } from '../support/hostile.js';
import { ACTIVE, PDFS } from '../support/hostile-pdf.js';

const HOSTILE = [...BOMBS, ...ARCHIVES, ...ENTITIES, ...PAGES, ...DISGUISED, ...ACTIVE, ...PDFS];
const LIMITS = ['--timeout', '15', '--memory', '300', '--max-pages', '100', '--max-unpacked', '20'];

/** Ends a process that looks up a name or opens a connection, and says so in a file. */
const NO_NETWORK = `
const { appendFileSync } = require('node:fs');
const deny = (what) => () => {
  appendFileSync(process.env.NETWORK_LOG, what + '\\n');
  throw new Error('network');
};
const net = require('node:net');
const dns = require('node:dns');
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  const [options] = given.flat();
  if (typeof options === 'object' && options !== null && 'path' in options && options.path)
    return connect.apply(this, given);
  return deny('connect')();
};
dns.lookup = deny('lookup');
dns.resolve = deny('resolve');
require('node:dgram').createSocket = deny('datagram');
globalThis.fetch = deny('fetch');
`;

/** Every path below a folder. */
function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

function isolated(args: readonly string[], folder: string): CliResult {
  const preload = join(folder, 'no-network.cjs');
  writeFileSync(preload, NO_NETWORK);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'gcm-coverage.js'), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      cwd: folder,
      env: {
        ...process.env,
        NO_COLOR: '1',
        NODE_OPTIONS: `--require ${preload}`,
        NETWORK_LOG: join(folder, 'network.log'),
      },
    },
  );
  return { code: status, stdout, stderr };
}

describe('a run over good and hostile files', () => {
  const folder = emptyFolder();
  const good = join(root, 'corpora', 'sample');
  let alone: CliResult;
  let mixed: CliResult;
  let before: string[];

  beforeAll(() => {
    mkdirSync(join(folder, 'in'));
    for (const { name, bytes } of HOSTILE) writeFileSync(join(folder, 'in', name), bytes);
    writeFileSync(join(folder, 'no-network.cjs'), NO_NETWORK);
    before = listing(folder);
    alone = isolated(['run', good, '--out', join(folder, 'alone'), '--by', 'document'], folder);
    mixed = isolated(
      ['run', good, 'in', '--out', join(folder, 'mixed'), '--by', 'document', ...LIMITS],
      folder,
    );
  }, 400_000);

  it('ends with 1, and names each file that could not be read', () => {
    expect(alone.code).toBe(0);
    expect(mixed.code).toBe(1);
    for (const { name, read } of HOSTILE)
      if (read === false) expect(mixed.stderr).toContain(`in/${name}: error GCM1`);
  });

  it('codes the good documents as if they were alone', () => {
    const linesOf = (run: string, file: string): string[] =>
      readFileSync(join(folder, run, file), 'utf8')
        .trim()
        .split('\n');
    for (const file of ['codings.jsonl', 'statements.csv', 'documents.jsonl'])
      expect(linesOf('mixed', file)).toEqual(expect.arrayContaining(linesOf('alone', file)));
  });

  it('shows the refused ones as not readable', () => {
    const matrix = readFileSync(join(folder, 'mixed', 'coverage-objectives.csv'), 'utf8');
    const report = readFileSync(join(folder, 'mixed', 'report.html'), 'utf8');
    for (const id of ['declared', 'content-bomb', 'entities0.docx'])
      expect(matrix).toMatch(new RegExp(`^document,${id},[^\\n]*not-readable`, 'mu'));
    expect(report).toContain('Could not be read');
  });

  it('writes nothing outside of the folder for results', () => {
    const outside = listing(folder).filter(
      (path) => !/^(?:alone|mixed)(?:[\\/]|$)/u.test(path) && path !== 'network.log',
    );
    expect(outside).toEqual(before);
    expect(listing(folder).filter((path) => /slip/u.test(path) && !path.startsWith('in'))).toEqual(
      [],
    );
  });

  it('asks the network for nothing', () => {
    expect(listing(folder)).not.toContain('network.log');
  });

  it('prints nothing that steers a terminal', () => {
    expect(`${mixed.stdout}${mixed.stderr}`).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u,
    );
  });
});

describe('the network guard of these tests', () => {
  it('sees a connection', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'guard.cjs'), NO_NETWORK);
    const log = join(folder, 'network.log');
    spawnSync(process.execPath, ['-e', "require('node:http').get('http://localhost:9/')"], {
      env: {
        ...process.env,
        NODE_OPTIONS: `--require ${join(folder, 'guard.cjs')}`,
        NETWORK_LOG: log,
      },
    });
    expect(readFileSync(log, 'utf8')).not.toBe('');
  });
});

describe('folders and names', () => {
  const REVIEW = '- A law against trafficking in persons was adopted.\n';

  it.runIf(process.platform !== 'win32')('loops of links end', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'mali-2021.txt'), REVIEW);
    symlinkSync('..', join(folder, 'in', 'up'));
    symlinkSync('self', join(folder, 'in', 'self'));
    symlinkSync('self.txt', join(folder, 'in', 'self.txt'));
    const { code, stdout } = cli(['run', join(folder, 'in'), '--out', join(folder, 'out')]);
    expect(code).toBe(0);
    expect(stdout).toContain('MLI');
    expect(cli(['segment', join(folder, 'in', 'self.txt')]).code).not.toBe(0);
  });

  it.runIf(process.platform !== 'win32')('names cannot steer the terminal or the report', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'in'));
    const names = [
      'mali\u001b[2J\u0007\n2021.txt',
      'chad\u202egpj.2021.txt',
      '<script>alert(1)<|script>.txt',
      '"onerror=alert(1) x=".txt',
      '=HYPERLINK(1).txt',
      '__proto__.txt',
      'constructor.txt',
    ];
    for (const name of names) writeFileSync(join(folder, 'in', name), REVIEW);
    for (const name of ['bad\u001b[31m\u202e.txt', '<script>bad.txt'])
      writeFileSync(join(folder, 'in', name), '');
    const run = cli([
      'run',
      join(folder, 'in'),
      '--out',
      join(folder, 'out'),
      '--verbose',
      '--by',
      'document',
    ]);
    expect(run.code).toBe(1);
    expect(`${run.stdout}${run.stderr}`).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u,
    );
    expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).not.toMatch(
      /<script>(?:alert|bad)/u,
    );
    const documents = readFileSync(join(folder, 'out', 'documents.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(documents).toHaveLength(names.length + 2);
  });

  it.runIf(process.platform !== 'win32')('a pipe is not waited for', () => {
    const folder = emptyFolder();
    spawnSync('mkfifo', [join(folder, 'mali-2021.txt')]);
    writeFileSync(join(folder, 'chad-2021.txt'), REVIEW);
    const paths = ['mali-2021.txt', 'chad-2021.txt'].map((name) => join(folder, name));
    const { code, stderr } = cli(['run', ...paths, '--out', join(folder, 'out')]);
    expect(code).toBe(1);
    expect(stderr).toContain('GCM100');
  });
});
