/** Sends a mail through `sendmail` or SMTP, by `nodemailer`; what is secret appears in no message. */
import { readFileSync } from 'node:fs';

/** How a mail leaves. */
export type MailWay = { readonly smtp: string } | { readonly sendmail: string };

/** A mail. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail that did not leave; the message is for the user (GCM170, GCM171). */
export class MailError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'MailError';
  }
}

/**
 * The address of the SMTP server from a file, as it may hold a password.
 * @throws MailError when the file cannot be read (GCM170)
 */
export function smtpFromFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new MailError(
      `GCM170: the file with the SMTP address cannot be read: ${(error as Error).message}`,
      'It holds one line such as smtp://user:password@mail.example.org:587.',
    );
  }
}

/**
 * Sends a mail.
 * @throws MailError when it does not leave (GCM171)
 */
export async function sendMail(mail: Mail, way: MailWay): Promise<void> {
  const { createTransport } = await import('nodemailer');
  try {
    const transport =
      'smtp' in way
        ? createTransport(way.smtp)
        : createTransport({ sendmail: true, newline: 'unix', path: way.sendmail });
    const { from, to, subject, text, html } = mail;
    await transport.sendMail({
      from: oneLine(from),
      to: to.map(oneLine),
      subject: oneLine(subject),
      text,
      html,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    transport.close();
  } catch (error) {
    throw new MailError(
      `GCM171: the mail did not leave: ${withoutSecrets((error as Error).message, way)}`,
      'Check the server and the addresses; the report is written, and the next update sends the mail again.',
    );
  }
}

/** What would begin another header is a space. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/gu, ' ').trim();
}

/** User and password of the server's address, plain or as they stand in it. */
function withoutSecrets(message: string, way: MailWay): string {
  if (!('smtp' in way)) return message;
  const found = /^[a-z]+:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?/iu.exec(way.smtp);
  const parts = [way.smtp, found?.[2] ?? '', found?.[1] ?? ''].flatMap((part) => [
    part,
    decoded(part),
  ]);
  return parts
    .filter((part) => part.length > 2)
    .reduce((text, part) => text.replaceAll(part, '…'), message);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
