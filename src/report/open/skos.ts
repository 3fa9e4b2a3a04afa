import { labelFor } from '../labels.js';
import type { ReportCode, RunResult, Texts } from '../run-result.js';

const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
};

/** codebook.jsonld: the codes as a SKOS concept scheme (JSON-LD 1.1), round tables as collections. */
export function codebookJsonld(run: RunResult): string {
  const { id, version, hash } = run.taxonomy;
  const scheme = `urn:gcm-coverage:${encodeURIComponent(id)}`;
  const content = {
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': scheme,
        '@type': 'skos:ConceptScheme',
        'dct:identifier': id,
        'owl:versionInfo': `${version}+${hash}`,
        'skos:hasTopConcept': run.codes.map((code) => ({ '@id': nameOf(code, scheme) })),
      },
      ...run.codes.map((code) => concept(code, scheme)),
      ...roundTables(run.codes, scheme),
    ],
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

function nameOf({ code }: ReportCode, scheme: string): string {
  return `${scheme}:${encodeURIComponent(code)}`;
}

function concept(code: ReportCode, scheme: string) {
  const labels = Object.keys(code.labels).length === 0 ? { en: labelFor(code, 'en') } : code.labels;
  return {
    '@id': nameOf(code, scheme),
    '@type': 'skos:Concept',
    'skos:notation': code.code,
    'skos:prefLabel': inLanguages(labels),
    ...(Object.keys(code.titles).length === 0
      ? {}
      : { 'skos:definition': inLanguages(code.titles) }),
    'skos:topConceptOf': { '@id': scheme },
    'skos:inScheme': { '@id': scheme },
  };
}

function inLanguages(texts: Texts) {
  return Object.entries(texts).map(([language, text]) => ({
    '@value': text,
    '@language': language,
  }));
}

function roundTables(codes: readonly ReportCode[], scheme: string) {
  return [1, 2, 3, 4].flatMap((table) => {
    const members = codes.filter(({ roundTable }) => roundTable === table);
    if (members.length === 0) return [];
    return [
      {
        '@id': `${scheme}:round-table-${table}`,
        '@type': 'skos:Collection',
        'skos:notation': String(table),
        'skos:prefLabel': { '@value': `Round table ${table}`, '@language': 'en' },
        'skos:member': members.map((code) => ({ '@id': nameOf(code, scheme) })),
      },
    ];
  });
}
