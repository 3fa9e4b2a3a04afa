/** Reads and checks one YAML file; every problem points at its line and shows it. */
import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document as YamlDocument, Node } from 'yaml';
import type { Issue } from '../model/types.js';
import type { TaxonomyFile } from './types.js';

/** The JSON Schemas of `taxonomies/schema`, by the part of the name before `.schema.json`. */
export type Schemas = Readonly<Record<string, object>>;

/** Finds the nearest of the allowed names, or null when none is near. */
export type Nearest = (name: string, allowed: readonly string[]) => string | null;

/** Ids of the problems that are found in files of a kind, and the page that describes them. */
export interface YamlRules {
  /** Id of a file that is not YAML. */
  readonly broken: string;
  /** Id of a file that does not fit its schema. */
  readonly unfit: string;
  /** Page that describes the format. */
  readonly page: string;
}

const TAXONOMY_RULES: YamlRules = {
  broken: 'GCM301',
  unfit: 'GCM302',
  page: 'taxonomies/README.md',
};

type Path = readonly (string | number)[];

/** A parsed file that knows where each of its values stands. */
export interface YamlFile {
  readonly path: string;
  /** Undefined where the file could not be read or does not fit its schema. */
  readonly value: unknown;
  readonly problems: readonly Issue[];
  /** Line and column, from 1, of the value (or of the key) at a path. */
  place(path: Path): { line: number; column: number };
  /** A problem at a path, `into` characters further on in its text. */
  problem(id: string, path: Path, message: string, hint: string, into?: number): Issue;
}

/** Checks files against the schemas; the validators are made once. */
export class YamlReader {
  private readonly ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(
    private readonly schemas: Schemas,
    private readonly nearest: Nearest,
    private readonly rules: YamlRules = TAXONOMY_RULES,
  ) {}

  /** Parses a file and checks it against a schema (GCM301 not YAML, GCM302 against the schema). */
  read(file: TaxonomyFile, schema: string): YamlFile {
    const parsed = new ParsedYaml(file, this.rules.broken);
    const validate = this.validator(schema);
    const syntax = parsed.syntaxProblems();
    if (syntax.length > 0) return parsed.with(undefined, syntax);
    const value: unknown = parsed.toJS();
    if (validate(value) === true) return parsed.with(value, []);
    const problems = relevant(validate.errors ?? []).map((error) =>
      this.describe(error, parsed, validate),
    );
    return parsed.with(undefined, problems);
  }

  private validator(schema: string): ValidateFunction {
    const known = this.validators.get(schema);
    if (known !== undefined) return known;
    const made = this.ajv.compile(this.schemas[schema] ?? {});
    this.validators.set(schema, made);
    return made;
  }

  private describe(error: ErrorObject, parsed: ParsedYaml, validate: ValidateFunction): Issue {
    const path = pathOf(error.instancePath);
    if (error.keyword === 'additionalProperties' || error.keyword === 'propertyNames') {
      const name = String(error.params['additionalProperty'] ?? error.params['propertyName']);
      const allowed = allowedNames(error, validate);
      const near = this.nearest(name, allowed);
      const hint = `${near === null ? '' : `Did you mean '${near}'? `}Allowed: ${allowed.join(', ')}.`;
      return parsed.problem(this.rules.unfit, [...path, name], `unknown name '${name}'`, hint);
    }
    const values = error.params['allowedValues'] as readonly unknown[] | undefined;
    const hint =
      values === undefined
        ? `See ${this.rules.page} for the format.`
        : `Allowed: ${values.join(', ')}.`;
    const what = path.length === 0 ? 'this file' : `'${path.join('.')}'`;
    return parsed.problem(
      this.rules.unfit,
      path,
      `${what} ${error.message ?? 'is not as expected'}`,
      hint,
    );
  }
}

class ParsedYaml {
  private readonly lines = new LineCounter();
  private readonly document: YamlDocument;

  constructor(
    private readonly file: TaxonomyFile,
    private readonly broken: string,
  ) {
    this.document = parseDocument(file.text, { lineCounter: this.lines, uniqueKeys: true });
  }

  with(value: unknown, problems: readonly Issue[]): YamlFile {
    return {
      path: this.file.path,
      value,
      problems,
      place: (path) => this.place(path),
      problem: (...args) => this.problem(...args),
    };
  }

  toJS(): unknown {
    return this.document.toJS({ maxAliasCount: 0 }) as unknown;
  }

  syntaxProblems(): Issue[] {
    const problems = this.document.errors.map((error) =>
      this.issue(this.broken, error.pos[0], firstLine(error.message), YAML_HINT),
    );
    if (problems.length === 0 && this.hasAlias())
      problems.push(this.issue(this.broken, 0, 'this file uses a YAML alias (*name)', YAML_HINT));
    return problems;
  }

  place(path: Path): { line: number; column: number } {
    const { line, col } = this.lines.linePos(this.offset(path));
    return { line, column: col };
  }

  problem(id: string, path: Path, message: string, hint: string, into = 0): Issue {
    return this.issue(id, this.offset(path) + into, message, hint);
  }

  private hasAlias(): boolean {
    try {
      this.toJS();
      return false;
    } catch {
      return true;
    }
  }

  private issue(id: string, offset: number, message: string, hint: string): Issue {
    const { line, col } = this.lines.linePos(offset);
    const excerpt = this.file.text.split('\n')[line - 1] ?? '';
    const mark = `${' '.repeat(Math.max(0, col - 1))}^`;
    return {
      id,
      severity: 'error',
      message: `${message}\n  ${excerpt}\n  ${mark}`,
      hint,
      document: this.file.path,
      place: `${line}:${col}`,
    };
  }

  /** Offset of a value; of a map's key where the path ends in a key that has been refused. */
  private offset(path: Path): number {
    let node: unknown = this.document.contents;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
        if (pair === undefined) break;
        if (step === path.at(-1)) return (pair.key as Node).range?.[0] ?? 0;
        node = pair.value;
      } else {
        node = (node as { get?: (key: unknown, keep: boolean) => unknown } | null)?.get?.(
          step,
          true,
        );
      }
    }
    return (node as Node | null)?.range?.[0] ?? 0;
  }
}

const YAML_HINT =
  "Put a term that begins with one of * & @ | ~ ! % [ {, or holds ': ' or ' #', in double quotes.";

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/gu, '/').replace(/~0/gu, '~'))
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}

/** Drops the errors that only repeat another one's cause. */
function relevant(errors: readonly ErrorObject[]): ErrorObject[] {
  const named = errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'propertyNames');
  const names = errors.filter(({ keyword }) => keyword === 'propertyNames');
  const kept = named.filter(({ propertyName }) => propertyName === undefined);
  return [...names, ...kept].length > 0 ? [...names, ...kept] : [...errors];
}

/** Names that a schema allows where an unknown one stood. */
function allowedNames(error: ErrorObject, { errors, schema }: ValidateFunction): string[] {
  if (error.keyword === 'propertyNames') {
    const inner = errors?.find(
      ({ keyword, propertyName }) =>
        keyword === 'enum' && propertyName === error.params['propertyName'],
    );
    return (inner?.params['allowedValues'] as string[] | undefined) ?? [];
  }
  const parts = error.schemaPath.split('/').slice(1, -1);
  let at: unknown = schema;
  for (const part of parts) at = (at as Record<string, unknown> | undefined)?.[part];
  return Object.keys((at as { properties?: object } | undefined)?.properties ?? {});
}
