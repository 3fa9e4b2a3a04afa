/** Finds the statements of a document: sections, questions, and the answers' bullets and paragraphs. */
import { shortHash } from '../model/hash.js';
import { sourceSpans, textAt } from '../model/text.js';
import type { LeftOut, OutlineEntry } from '../model/inspection.js';
import type { Detection, Document, Issue, Span, Statement } from '../model/types.js';
import { accountForBlocks, createAccount, inOrder } from './segment/account.js';
import { frontMatter, headingOf } from './segment/headings.js';
import type { Heading } from './segment/headings.js';
import { isCounting, markerLabel } from './segment/labels.js';
import { nest } from './segment/nest.js';
import type { Entry, Node } from './segment/nest.js';
import { titleFinder } from './segment/objectives.js';
import type { ObjectiveTitle, StatedObjectives, TitleFinder } from './segment/objectives.js';
import { toParts } from './segment/parts.js';
import type { Part } from './segment/parts.js';
import { answerLabelLength, isPolite, readPrompt, writtenLabel } from './segment/prompts.js';
import { readSeries } from './segment/series.js';
import { planTables } from './segment/tables.js';

/** What the segmenter is told of the objectives. */
export interface SegmentSettings {
  /** Titles of the objectives, in any languages; none are needed. */
  readonly titles: readonly ObjectiveTitle[];
}

/** Statements in reading order, what stands above and beside them, and what is odd about the document. */
export interface Segmented {
  readonly statements: readonly Statement[];
  /** Headings and questions; with the statements and `dropped` they account for every word. */
  readonly outline: readonly OutlineEntry[];
  readonly dropped: readonly LeftOut[];
  readonly issues: readonly Issue[];
}

/** Characters beyond which a text is no statement that anyone could code. */
const LONGEST_STATEMENT = 200_000;

const UNDETECTED: Detection = { language: 'und', method: 'none', confidence: 0 };

/**
 * Finds the statements of a document (GCM201 none found, GCM202 a text too
 * long to be one, GCM203 a heading's number and title disagree). `textAt(document.text, spans)` is each one's text.
 */
export function segment(document: Document, settings: SegmentSettings): Segmented {
  const segmenter = new Segmenter(document, titleFinder(settings.titles));
  const roles = planTables(document);
  const parts = toParts(document, roles);
  const front = frontMatter(parts);
  accountForBlocks(document, roles, segmenter.account);
  const series = readSeries(parts);
  parts.forEach((part, at) => {
    if (at < front) segmenter.account.drop('title page', part.spans);
    else if (series.has(at)) segmenter.takeNumbered(part, series.get(at) === 'section');
    else segmenter.take(part, parts[at - 1] ?? null, parts[at + 1] ?? null);
  });
  return segmenter.finish();
}

interface Section {
  readonly label: string | null;
  readonly title: string;
  readonly level: number;
  /** The document marks it up as a heading. */
  readonly marked: boolean;
}

interface Question {
  readonly label: string | null;
  readonly text: string;
  /** Row of the table that asks it, or null. */
  readonly row: string | null;
}

interface Objectives {
  readonly numbers: readonly number[];
  readonly span: Span;
  readonly level: number;
}

class Segmenter {
  readonly account = createAccount();
  private section: Section | null = null;
  private question: Question | null = null;
  private objectives: Objectives | null = null;
  private label: string | null = null;
  private entries: Entry[] = [];
  private readonly statements: Statement[] = [];
  private readonly issues: Issue[] = [];
  private readonly uses = new Map<string, number>();

  constructor(
    private readonly document: Document,
    private readonly finder: TitleFinder,
  ) {}

  take(part: Part, before: Part | null, next: Part | null): void {
    if (part.role === 'label') {
      const words = `${part.marker ?? ''}${part.text}`;
      this.label = readPrompt(words, undefined)?.label ?? markerLabel(words);
      this.account.head('label', part, { label: this.label, text: part.text });
      return;
    }
    if (part.role === 'prompt') {
      this.takePrompt(part);
      return;
    }
    const heading = headingOf(part, before, next);
    if (heading !== null) {
      this.takeHeading(heading, part);
      this.headed(part);
    } else if (!this.takeQuestion(part)) this.addEntry(part, 0);
  }

  finish(): Segmented {
    this.flush();
    if (this.statements.length === 0 && !this.issues.some(({ id }) => id === 'GCM202'))
      this.issues.push(noStatements(this.document.id));
    const { outline, dropped } = this.account;
    return { statements: this.statements, outline, dropped: inOrder(dropped), issues: this.issues };
  }

  /** A cell of the column that asks; more words in the same cell go on with the question. */
  private takePrompt(part: Part): void {
    const { question } = this;
    if (
      question !== null &&
      question.row === part.row &&
      part.row !== null &&
      this.entries.length === 0
    ) {
      this.question = { ...question, text: `${question.text} ${part.text}` };
      this.account.goOn(part);
      return;
    }
    this.flush();
    const heading = headingOf({ ...part, role: 'full' }, null, null);
    if (heading?.kind === 'objectives') {
      this.takeHeading(heading, part);
      if (this.question === null) this.headed(part);
    }
    const prompt = readPrompt(part.text, part.marker);
    const own = isCounting(part.marker) ? markerLabel(part.marker) : bareLabel(part.text);
    const text = prompt === null ? part.text : part.text.slice(prompt.start);
    this.question = { label: prompt?.label ?? own ?? this.label, text: text.trim(), row: part.row };
    this.account.head('question', part, this.question);
    this.label = null;
  }

  private takeHeading(heading: Heading, part: Part): void {
    this.flush();
    this.question = null;
    if (this.objectives !== null && heading.level <= this.objectives.level) this.objectives = null;
    if (heading.kind === 'objectives') this.takeObjectives(heading.stated, heading.level, part);
    else if (heading.kind === 'section') {
      const { label, title, level } = heading;
      this.section = { label, title, level, marked: part.kind === 'heading' };
    } else this.takePlain(heading.title, heading.level, part.kind === 'heading');
  }

  /** Notes what a heading has just become: a question where it is the topic of what follows. */
  private headed(part: Part): void {
    const { question, section } = this;
    const numbers = this.objectives?.span[0] === part.spans[0]?.[0] ? this.objectives?.numbers : [];
    if (question !== null) this.account.head('question', part, question, numbers);
    else {
      const { label = null, title = part.text } = section ?? {};
      this.account.head('section', part, { label, text: title }, numbers);
    }
  }

  /** Below a section a plain heading is the topic that the bullets answer to. */
  private takePlain(title: string, level: number, marked: boolean): void {
    const { section } = this;
    // Words that only look like a title stand below a heading that is marked up as one.
    const below =
      section !== null &&
      (section.level < level || this.objectives !== null || (section.marked && !marked));
    const asks = readPrompt(title, undefined) !== null;
    if (below && (section.label !== null || (asks && section.level < level)))
      this.question = { label: null, text: title, row: null };
    else this.section = { label: null, title, level, marked };
  }

  private takeObjectives(stated: StatedObjectives, level: number, part: Part): void {
    const numbers = this.trusted(stated);
    const span: Span = [part.spans[0]?.[0] ?? 0, part.spans.at(-1)?.[1] ?? 0];
    this.objectives = { numbers, span, level };
    const inSection =
      this.section !== null && this.section.label !== null && this.section.level < level;
    if (inSection && !this.isOfObjective(this.section))
      this.question = { label: null, text: part.text, row: null };
    else
      this.section = {
        label: stated.numbers.join(', '),
        title: part.text,
        level,
        marked: part.kind === 'heading',
      };
  }

  private isOfObjective(section: Section | null): boolean {
    return (
      section !== null && /^\d/u.test(section.label ?? '') && /obj|هدف|цел|目/iu.test(section.title)
    );
  }

  /** The number that the title says, where number and title disagree (GCM203). */
  private trusted({ numbers, title }: StatedObjectives): readonly number[] {
    const [number] = numbers;
    if (number === undefined || numbers.length > 1 || title === '') return numbers;
    const best = this.finder.best(title);
    if (best === null || best.objective === number || best.score < 0.5) return numbers;
    if (best.score - this.finder.scoreOf(number, title) < 0.2) return numbers;
    this.issues.push(disagreement(this.document.id, number, title, best.objective));
    return [best.objective];
  }

  /** Takes a part for what its place in a series of numbers says that it is. */
  takeNumbered(part: Part, opensSection: boolean): void {
    const { text, marker } = part;
    const written = marker === undefined ? writtenLabel(text) : null;
    const label = isCounting(marker) ? markerLabel(marker) : (written?.label ?? null);
    const title = text.slice(written?.length ?? 0);
    if (opensSection && label !== null) {
      this.takeHeading({ kind: 'section', label, title, level: 1 }, part);
      this.headed(part);
      return;
    }
    this.flush();
    this.question = { label, text: title, row: null };
    this.account.head('question', part, this.question);
  }

  /** True when the part was a question; an answer on its line becomes an entry. */
  private takeQuestion(part: Part): boolean {
    if (part.role === 'answer') return false;
    const prompt = readPrompt(part.text, part.marker);
    if (prompt === null) return false;
    if (prompt.label === null && isPolite(part.text) && this.goOnAsking(part)) return true;
    this.flush();
    this.question = {
      label: prompt.label,
      text: part.text.slice(prompt.start, prompt.end).trim(),
      row: null,
    };
    const spans = sourceSpans(this.document.text, part.spans, [0, prompt.end]);
    this.account.head('question', { spans }, this.question);
    if (prompt.end < part.text.length)
      this.addEntry({ ...part, kind: 'paragraph', marker: undefined }, prompt.end);
    return true;
  }

  /** "Please give examples." below a question that has no answer yet is a part of it. */
  private goOnAsking(part: Part): boolean {
    if (this.question === null || this.question.text === '' || this.entries.length > 0)
      return false;
    this.question = { ...this.question, text: `${this.question.text} ${part.text}` };
    this.account.goOn(part);
    return true;
  }

  /** Adds the words of a part from a place on, without a label such as "Answer:". */
  private addEntry(part: Part, from: number): void {
    const label = answerLabelLength(part.text.slice(from), this.question !== null);
    const start = from + label;
    const spans = start === 0 ? part.spans : this.trimmed(part, start);
    if (label > 0)
      this.account.drop('answer label', sourceSpans(this.document.text, part.spans, [from, start]));
    const text = textAt(this.document.text, spans);
    if (!/[\p{L}\p{N}]/u.test(text)) {
      this.account.drop('no words', spans);
      return;
    }
    const { kind, level, marker, apart, layout } = part;
    this.entries.push({
      kind: kind === 'item' ? 'item' : 'paragraph',
      spans,
      text,
      level,
      marker,
      apart,
      layout,
    });
  }

  private trimmed(part: Part, start: number): readonly Span[] {
    const rest = part.text.slice(start);
    const first = start + rest.length - rest.trimStart().length;
    return sourceSpans(this.document.text, part.spans, [first, part.text.length]);
  }

  private flush(): void {
    const nodes = nest(this.entries);
    this.entries = [];
    const parents = new Set(nodes.map(({ parent }) => parent));
    const ids: string[] = [];
    nodes.forEach((node, at) => {
      const statement = this.statementOf(node, nodes, ids, parents.has(at));
      ids.push(statement.id);
      if (statement.text.length <= LONGEST_STATEMENT) this.statements.push(statement);
      else {
        this.issues.push(tooLong(this.document.id, statement.text.length));
        this.account.drop('too long', statement.spans);
      }
    });
  }

  private statementOf(
    node: Node,
    nodes: readonly Node[],
    ids: readonly string[],
    hasChildren: boolean,
  ): Statement {
    const { spans, parent, path } = node;
    const text = textAt(this.document.text, spans);
    return {
      id: this.idOf(text),
      document: this.document.id,
      spans,
      text,
      language: 'und',
      detection: UNDETECTED,
      section: this.section?.label ?? null,
      sectionTitle: this.section?.title ?? null,
      question: this.question?.label ?? null,
      questionText: this.question?.text ?? null,
      path,
      parent: parent === null ? null : (ids[parent] ?? null),
      context: ancestors(node, nodes).map((one) => textAt(this.document.text, one.spans)),
      objectives: this.objectives?.numbers ?? [],
      objectiveHeading: this.objectives?.span ?? null,
      hasChildren,
    };
  }

  private idOf(text: string): string {
    const name = `${this.document.id}#${shortHash(`${this.question?.text ?? ''}\n${text}`)}`;
    const use = (this.uses.get(name) ?? 0) + 1;
    this.uses.set(name, use);
    return use === 1 ? name : `${name}-${use}`;
  }
}

/** The label of a question of which a table gives nothing else ("g", "2.1"). */
function bareLabel(text: string): string | null {
  return /^\(?(?:\p{L}|\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){0,2})[.)]?$/u.test(text)
    ? markerLabel(text)
    : null;
}

/** Outermost first; `nest` keeps lists shallow. */
function ancestors(node: Node, nodes: readonly Node[]): Node[] {
  const found: Node[] = [];
  for (let at = node.parent; at !== null; at = nodes[at]?.parent ?? null) {
    const one = nodes[at];
    if (one !== undefined) found.unshift(one);
  }
  return found;
}

function noStatements(document: string): Issue {
  return {
    id: 'GCM201',
    severity: 'error',
    message: 'no statement found: the document holds headings and questions alone',
    hint: 'See how it was read with "gcm-coverage segment FILE --format table"; answers need words of their own.',
    document,
    place: null,
  };
}

function tooLong(document: string, length: number): Issue {
  return {
    id: 'GCM202',
    severity: 'error',
    message: `a text of ${length} characters without a bullet or paragraph was left out; at most ${LONGEST_STATEMENT} were expected`,
    hint: 'Export the document again so that its lines, bullets or paragraphs are kept.',
    document,
    place: null,
  };
}

function disagreement(document: string, number: number, title: string, found: number): Issue {
  return {
    id: 'GCM203',
    severity: 'warning',
    message: `a heading says objective ${number}, but its title is that of objective ${found}: "${title.slice(0, 100)}"`,
    hint: `Its statements are filed under ${found}, as the title says; mend the heading if the number is right.`,
    document,
    place: null,
  };
}
