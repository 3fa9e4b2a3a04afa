/** Turns a taxonomy's files into one checked `TaxonomySource`. */
import type { Issue, Language } from '../model/types.js';
import { CountsError, parseCounts } from './counts.js';
import { DEFAULT_SCORING } from './scoring.js';
import { parseTerm, TermError } from './terms.js';
import type {
  CodeInfo,
  CountsEntry,
  SampleEntry,
  Scoring,
  TaxonomyFile,
  TaxonomySource,
  TermEntry,
  TermGroup,
  Title,
} from './types.js';
import type { YamlFile, YamlReader } from './yaml.js';

type Texts = Readonly<Record<string, string | { text: string; unofficial: boolean }>>;
type Lists = Readonly<Record<string, readonly string[]>>;
type RawTerm = string | { term: string; weight?: number };
type RawSample = string | { text: string; strength?: 'substantive' | 'mention'; context?: string };

interface RawCode {
  readonly code: string;
  readonly objective?: number;
  readonly titles?: Texts;
  readonly labels?: Texts;
  readonly definition?: string;
  readonly source?: string;
  readonly roundTable?: number;
  readonly sdg?: { readonly targets: readonly string[] };
  readonly related?: readonly string[];
  readonly terms?: Readonly<Record<string, Partial<Record<TermGroup, readonly RawTerm[]>>>>;
  readonly not?: Lists;
  readonly examples?: Readonly<Record<string, readonly RawSample[]>>;
  readonly counterexamples?: Readonly<Record<string, readonly RawSample[]>>;
}

type Cues = Readonly<Record<string, { strong?: string[]; weak?: string[]; not?: string[] }>>;

interface RawTaxonomy {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly particles?: Lists;
}

/** A taxonomy's files, checked; `source` is null when a problem is an error. */
export interface ParsedTaxonomy {
  readonly source: TaxonomySource | null;
  readonly problems: readonly Issue[];
}

/**
 * Parses all files of a taxonomy.
 * @param files paths relative to the taxonomy's folder decide what a file is
 * @param overlays files with codes or terms to put on top
 */
export function parseTaxonomy(
  files: readonly TaxonomyFile[],
  overlays: readonly TaxonomyFile[],
  reader: YamlReader,
): ParsedTaxonomy {
  const builder = new Builder();
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of sorted) {
    if (file.path.endsWith('.tsv')) builder.addCounts(file);
    else builder.add(schemaOf(file.path), reader.read(file, schemaOf(file.path)));
  }
  for (const overlay of overlays) builder.addOverlay(reader.read(overlay, 'overlay'));
  return builder.finish();
}

function schemaOf(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  if (name === 'kinds.yaml') return 'kinds';
  if (name === 'masks.yaml') return 'masks';
  if (name === 'scoring.yaml') return 'scoring';
  return name === 'taxonomy.yaml' ? 'taxonomy' : 'code';
}

class Builder {
  private head: RawTaxonomy | null = null;
  private scoring: Partial<Scoring> = {};
  private readonly counts: CountsEntry[] = [];
  private readonly codes = new Map<string, CodeInfo>();
  private readonly terms: TermEntry[] = [];
  private readonly samples: SampleEntry[] = [];
  private readonly problems: Issue[] = [];
  private readonly related: { file: YamlFile; path: (string | number)[]; code: string }[] = [];

  add(schema: string, file: YamlFile): void {
    this.problems.push(...file.problems);
    if (file.value === undefined) return;
    if (schema === 'taxonomy') this.head = file.value as RawTaxonomy;
    else if (schema === 'scoring') this.scoring = file.value as Partial<Scoring>;
    else if (schema === 'kinds') this.addKinds(file);
    else if (schema === 'masks') this.addMasks(file);
    else this.addCode(file, file.value as RawCode, []);
  }

  /** A table of word counts: `words/fr.tsv` by code, `words/kinds.fr.tsv` by kind. */
  addCounts({ path, text }: TaxonomyFile): void {
    const name = /(?:^|\/)(kinds\.)?(ar|en|es|fr|pt|ru|zh)\.tsv$/u.exec(path);
    try {
      if (name === null) throw new CountsError('the file is not named after a language', 1);
      const of = name[1] === undefined ? 'codes' : 'kinds';
      this.counts.push({ language: name[2] as Language, of, counts: parseCounts(text) });
    } catch (error) {
      if (!(error instanceof CountsError)) throw error;
      this.problems.push({
        id: 'GCM311',
        severity: 'error',
        message: error.message,
        hint: 'Make the table anew with "taxonomy train"; see taxonomies/README.md.',
        document: path,
        place: `${error.line}:1`,
      });
    }
  }

  addOverlay(file: YamlFile): void {
    this.problems.push(...file.problems);
    const overlay = file.value as { codes?: RawCode[] } | undefined;
    overlay?.codes?.forEach((code, index) => this.overlayCode(file, code, ['codes', index]));
  }

  finish(): ParsedTaxonomy {
    this.checkRelated();
    if (this.head === null && this.problems.length === 0) this.problems.push(NO_HEAD);
    const failed = this.problems.some(({ severity }) => severity === 'error');
    if (failed || this.head === null) return { source: null, problems: this.problems };
    const { id, version, title, particles = {} } = this.head;
    const { terms, samples, counts } = this;
    const codes = [...this.codes.values()];
    return {
      source: {
        id,
        version,
        title,
        particles,
        codes,
        terms,
        samples,
        counts,
        scoring: { ...DEFAULT_SCORING, ...this.scoring },
      },
      problems: this.problems,
    };
  }

  private overlayCode(file: YamlFile, raw: RawCode, path: (string | number)[]): void {
    if (this.codes.has(raw.code)) this.addTerms(file, raw, path);
    else if (raw.titles !== undefined) this.addCode(file, raw, path);
    else
      this.problems.push(
        file.problem(
          'GCM305',
          [...path, 'code'],
          `no code '${raw.code}' to add terms to`,
          'A new code needs titles, labels, definition and source.',
        ),
      );
  }

  private addCode(file: YamlFile, raw: RawCode, path: (string | number)[]): void {
    if (this.codes.has(raw.code)) {
      const hint = 'Each code stands in one file; put the terms together there.';
      this.problems.push(
        file.problem('GCM304', [...path, 'code'], `code '${raw.code}' is defined twice`, hint),
      );
      return;
    }
    this.codes.set(raw.code, infoOf(raw));
    (raw.related ?? []).forEach((code, index) =>
      this.related.push({ file, path: [...path, 'related', index], code }),
    );
    this.addTerms(file, raw, path);
  }

  private addTerms(file: YamlFile, raw: RawCode, path: (string | number)[]): void {
    for (const [language, groups] of Object.entries(raw.terms ?? {}))
      for (const [group, terms] of Object.entries(groups))
        terms.forEach((term, index) =>
          this.addTerm(
            file,
            [...path, 'terms', language, group, index],
            raw.code,
            group as TermGroup,
            term,
          ),
        );
    this.addLists(file, [...path, 'not'], raw.not ?? {}, `not:${raw.code}`);
    this.addSamples(file, raw, path);
  }

  private addTerm(
    file: YamlFile,
    path: (string | number)[],
    target: string,
    group: TermGroup,
    raw: RawTerm,
  ): void {
    const term = typeof raw === 'string' ? raw : raw.term;
    const weight = typeof raw === 'string' ? undefined : raw.weight;
    const language = languageIn(path);
    this.checkTerm(file, path, term);
    const where = { file: file.path, ...file.place(path) };
    this.terms.push({
      language,
      target,
      group,
      term,
      ...where,
      ...(weight === undefined ? {} : { weight }),
    });
  }

  private checkTerm(file: YamlFile, path: (string | number)[], term: string): void {
    try {
      parseTerm(term);
    } catch (error) {
      if (!(error instanceof TermError)) throw error;
      const hint = 'See "The term language" in taxonomies/README.md.';
      this.problems.push(
        file.problem('GCM303', path, `term '${term}': ${error.message}`, hint, error.at),
      );
    }
  }

  private addLists(file: YamlFile, path: (string | number)[], lists: Lists, target: string): void {
    for (const [language, terms] of Object.entries(lists))
      terms.forEach((term, index) =>
        this.addTerm(file, [...path, language, index], target, 'strong', term),
      );
  }

  private addKinds(file: YamlFile): void {
    const raw = file.value as { kinds: Record<string, Cues>; absent: Cues; counted?: Cues };
    for (const [kind, cues] of Object.entries(raw.kinds))
      this.addCues(file, ['kinds', kind], cues, `kind:${kind}`);
    this.addCues(file, ['absent'], raw.absent, 'absent');
    this.addCues(file, ['counted'], raw.counted ?? {}, 'counted');
  }

  private addCues(file: YamlFile, path: (string | number)[], cues: Cues, target: string): void {
    for (const [language, groups] of Object.entries(cues))
      for (const [group, terms] of Object.entries(groups))
        (terms as string[]).forEach((term, index) => {
          const role = group === 'not' ? `not:${target}` : target;
          const strength: TermGroup = group === 'weak' ? 'weak' : 'strong';
          this.addTerm(file, [...path, language, group, index], role, strength, term);
        });
  }

  private addMasks(file: YamlFile): void {
    for (const [role, lists] of Object.entries(file.value as Record<string, Lists>))
      this.addLists(file, [role], lists, `mask:${role}`);
  }

  private addSamples(file: YamlFile, raw: RawCode, path: (string | number)[]): void {
    for (const key of ['examples', 'counterexamples'] as const)
      for (const [language, samples] of Object.entries(raw[key] ?? {}))
        samples.forEach((sample, index) => {
          const at = [...path, key, language, index];
          this.samples.push(sampleOf(file, at, raw.code, key, sample));
        });
  }

  private checkRelated(): void {
    for (const { file, path, code } of this.related)
      if (!this.codes.has(code)) {
        const hint = `Codes: ${[...this.codes.keys()].sort().join(', ')}.`;
        this.problems.push(
          file.problem('GCM306', path, `related code '${code}' does not exist`, hint),
        );
      }
  }
}

const NO_HEAD: Issue = {
  id: 'GCM308',
  severity: 'error',
  message: 'the taxonomy has no taxonomy.yaml',
  hint: 'A taxonomy is a folder with taxonomy.yaml and files of codes; see taxonomies/README.md.',
  document: null,
  place: null,
};

function languageIn(path: readonly (string | number)[]): Language {
  return path.findLast((part) => /^(?:ar|en|es|fr|pt|ru|zh)$/u.test(String(part))) as Language;
}

function sampleOf(
  file: YamlFile,
  path: (string | number)[],
  code: string,
  key: 'examples' | 'counterexamples',
  raw: RawSample,
): SampleEntry {
  const sample = typeof raw === 'string' ? { text: raw } : raw;
  const expected = key === 'counterexamples' ? null : (sample.strength ?? 'substantive');
  const { text, context } = sample;
  const place = { file: file.path, ...file.place(path) };
  const base = { language: languageIn(path), code, expected, text, ...place };
  return context === undefined ? base : { ...base, context };
}

function infoOf(raw: RawCode): CodeInfo {
  return {
    code: raw.code,
    kind: raw.objective === undefined ? 'theme' : 'objective',
    objective: raw.objective ?? null,
    titles: mapValues(raw.titles ?? {}, titleOf),
    labels: mapValues(raw.labels ?? {}, (label) => titleOf(label).text),
    definition: raw.definition ?? '',
    source: raw.source ?? '',
    roundTable: raw.roundTable ?? null,
    sdg: raw.sdg?.targets ?? [],
    related: raw.related ?? [],
  };
}

function titleOf(raw: string | { text: string; unofficial: boolean }): Title {
  return typeof raw === 'string' ? { text: raw, unofficial: false } : raw;
}

function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
