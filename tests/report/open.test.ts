import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../support/build.js';
import { RUN } from './sample.js';

const FILES = await filesOf(RUN, 'en', ['csv', 'skos']);

function content(name: string): string {
  return FILES[name] ?? '';
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: { readonly fields: readonly Field[] };
}

const { resources } = JSON.parse(content('datapackage.json')) as { resources: Resource[] };

const FITS: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/u,
  integer: /^\d+$/u,
  number: /^\d+(?:\.\d+)?$/u,
  boolean: /^(?:TRUE|FALSE)$/u,
};

describe('datapackage.json', () => {
  it('describes every CSV file', () => {
    const files = Object.keys(FILES).filter((name) => name.endsWith('.csv'));
    expect(resources.map(({ path }) => path).sort()).toEqual(files.sort());
    for (const { name } of resources) expect(name).toMatch(/^[a-z0-9._-]+$/u);
  });

  it.each(resources.map((resource) => [resource.path, resource] as const))(
    'names the columns of %s in their order, with types that the values have',
    (path, { schema }) => {
      const [head = [], ...rows] = parse(content(path), { bom: true }) as string[][];
      expect(schema.fields.map(({ name }) => name)).toEqual(head);
      expect(rows.length).toBeGreaterThan(0);
      for (const { description } of schema.fields) expect(description).not.toBe('');
      for (const row of rows)
        for (const [at, { name, type }] of schema.fields.entries())
          if (row[at] !== '') expect(row[at], name).toMatch(FITS[type]!);
    },
  );
});

describe('codebook.jsonld', () => {
  const graph = (JSON.parse(content('codebook.jsonld')) as { '@graph': Record<string, unknown>[] })[
    '@graph'
  ];
  const ids = new Set(graph.map((node) => node['@id']));

  it('is a scheme with a concept for each code, labelled in its languages', () => {
    const concepts = graph.filter((node) => node['@type'] === 'skos:Concept');
    expect(concepts.map((node) => node['skos:notation'])).toEqual(
      RUN.codes.map(({ code }) => code),
    );
    expect(ids.size).toBe(graph.length);
    for (const [at, node] of concepts.entries()) {
      const labels = node['skos:prefLabel'] as { '@language': string; '@value': string }[];
      expect(new Set(labels.map((label) => label['@language'])).size).toBe(labels.length);
      for (const [language, text] of Object.entries(RUN.codes[at]?.labels ?? {}))
        expect(labels).toContainEqual({ '@language': language, '@value': text });
    }
  });

  it('gathers the objectives of each round table, and names nothing that is not there', () => {
    const tables = graph.filter((node) => node['@type'] === 'skos:Collection');
    const members = tables.flatMap((node) => node['skos:member'] as { '@id': string }[]);
    expect(members).toHaveLength(
      RUN.codes.filter(({ roundTable }) => roundTable !== undefined).length,
    );
    for (const member of members) expect(ids).toContain(member['@id']);
  });
});
