/** Mails of `update`: through SMTP and sendmail, again where one did not leave, without secrets anywhere. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/cli.js';
import { contentOf, start, writeReviews } from '../support/update.js';

const SECRET = 'pa%24s%2Fword';
const mails: string[] = [];
let accepts = true;

const server = new SMTPServer({
  authOptional: false,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _session, done) =>
    accepts && username === 'reviews' && password === 'pa$s/word'
      ? done(null, { user: username })
      : done(new Error(`no entry for reviews with pa$s/word (${SECRET})`)),
  onData: (stream, _session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      mails.push(Buffer.concat(chunks).toString('utf8'));
      done();
    });
  },
});
let smtp = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  smtp = `smtp://reviews:${SECRET}@127.0.0.1:${port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

function night() {
  const folder = emptyFolder();
  const file = join(folder, 'smtp');
  writeFileSync(file, `${smtp}\n`);
  writeReviews(join(folder, 'in'), 2);
  const args = (date: string, ...more: string[]): string[] => [
    'update',
    ...[
      '--corpus',
      join(folder, 'in'),
      '--store',
      join(folder, 's.duckdb'),
      '--out',
      join(folder, 'out'),
    ],
    ...[
      '--date',
      date,
      '--mail-to',
      'a@example.org',
      '--mail-to',
      'B <b@example.org>',
      '--mail-from',
      'r@example.org',
    ],
    ...more,
  ];
  return { folder, file, args, out: join(folder, 'out') };
}

describe('mail', () => {
  it('tells what is new, as text and page, and nothing where nothing is', async () => {
    const { folder, file, args } = night();
    mails.length = 0;
    expect(await start(args('2026-01-01', '--smtp-file', file))).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^To: a@example\.org, B <b@example\.org>\r$/mu);
    expect(mails[0]).toMatch(/Subject: =\?UTF-8\?|Subject: What is new/u);
    expect(mails[0]).toContain('text/plain');
    expect(mails[0]).toContain('text/html');
    await start(args('2026-01-02', '--smtp-file', file));
    expect(mails).toHaveLength(1);
    await start(args('2026-01-02', '--smtp-file', file, '--mail-when', 'always'));
    expect(mails).toHaveLength(2);
    expect(mails[1]).toContain('Nothing is new');
    expect(existsSync(join(folder, 'out', '2026-01-01', 'mail-pending'))).toBe(false);
  });

  it('that did not leave is told, without a secret, and sent by the next update', async () => {
    const { folder, file, args, out } = night();
    mails.length = 0;
    accepts = false;
    const failed = await start(args('2026-01-01', '--smtp-file', file, '--log', 'json'));
    accepts = true;
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('GCM171');
    expect(existsSync(join(out, '2026-01-01', 'what-is-new.html'))).toBe(true);
    const written = Object.values(contentOf(out)).join() + failed.stdout + failed.stderr;
    for (const secret of [SECRET, 'pa$s/word']) expect(written).not.toContain(secret);
    expect(await start(args('2026-01-02', '--smtp-file', file))).toMatchObject({ code: 0 });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('2026-01-01');
    expect(readdirSync(join(folder, 'out', '2026-01-01'))).not.toContain('mail-pending');
  });

  it('leaves through sendmail where no server is named', async () => {
    const { folder, args } = night();
    const program = join(folder, 'sendmail');
    mkdirSync(join(folder, 'box'));
    writeFileSync(
      program,
      `#!/bin/sh\ncat > '${join(folder, 'box', 'mail')}'\necho "$@" > '${join(folder, 'box', 'args')}'\n`,
    );
    chmodSync(program, 0o755);
    expect(await start(args('2026-01-01', '--sendmail', program, '--lang', 'fr'))).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(readFileSync(join(folder, 'box', 'mail'), 'utf8')).toContain('multipart/alternative');
    expect(readFileSync(join(folder, 'box', 'args'), 'utf8')).toContain('a@example.org');
  });

  it('needs addresses that are some, and a sender', async () => {
    const { args } = night();
    const bad = await start([
      ...args('2026-01-01'),
      '--mail-to',
      'x@example.org\nBcc: y@example.org',
    ]);
    expect(bad).toMatchObject({ code: 2, stderr: expect.stringContaining('must be an address') });
    const lonely = args('2026-01-01').filter(
      (arg) => arg !== '--mail-from' && arg !== 'r@example.org',
    );
    expect(await start(lonely)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--mail-from'),
    });
    expect((await start(args('2026-01-01', '--smtp-file', '/nowhere'))).stderr).toContain('GCM170');
  });
});
