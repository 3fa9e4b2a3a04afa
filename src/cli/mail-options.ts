/** The options by which `update` mails what is new. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { MailSettings, ReportLanguage } from '../index.js';
import { UsageError } from './io.js';

/** Values of the options. */
export interface MailOptions {
  readonly mailTo?: string[];
  readonly mailFrom?: string;
  readonly mailWhen: 'new' | 'always';
  readonly smtpFile?: string;
  readonly sendmail?: string;
}

/** Adds `--mail-to` and what belongs to it. */
export function withMail(command: Command): Command {
  const when = new Option(
    '--mail-when <when>',
    'new: only when something is; always: also a short mail when nothing is',
  );
  return command
    .option('--mail-to <address>', 'mails what is new; may be repeated', addressOf)
    .option('--mail-from <address>', 'who sends it', (value) => checked(value))
    .addOption(when.choices(['new', 'always']).default('new'))
    .option(
      '--smtp-file <file>',
      'file with the address of the SMTP server; else GCM_COVERAGE_SMTP in the environment',
    )
    .option(
      '--sendmail <program>',
      'program that takes the mail where no SMTP server is named (/usr/sbin/sendmail)',
    );
}

function addressOf(value: string, before: string[] = []): string[] {
  return [...before, checked(value)];
}

function checked(value: string): string {
  if (!/^[^\s@<>]+@[^\s@<>]+$|^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$/u.test(value))
    throw new InvalidArgumentError('It must be an address such as staff@example.org.');
  return value;
}

/** What the options ask for; null where nothing is to be mailed. */
export async function mailSettings(
  { mailTo, mailFrom, smtpFile, sendmail }: MailOptions,
  language: ReportLanguage,
): Promise<MailSettings | null> {
  if (mailTo === undefined) return null;
  if (mailFrom === undefined)
    throw new UsageError(
      '--mail-to needs --mail-from',
      'For example: --mail-from reviews@example.org',
    );
  const { smtpFromFile } = await import('../index.js');
  const smtp =
    smtpFile === undefined ? process.env['GCM_COVERAGE_SMTP'] : await smtpFromFile(smtpFile);
  const way =
    smtp === undefined || smtp === '' ? { sendmail: sendmail ?? '/usr/sbin/sendmail' } : { smtp };
  return { from: mailFrom, to: mailTo, way, language };
}
