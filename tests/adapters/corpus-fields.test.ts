/** Fields of corpus.yaml that point elsewhere: shared values, ids, questionnaires. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describedInputs } from '../../src/adapters/corpus-file.js';
import { emptyFolder } from '../support/cli.js';

const OWN = `id: own
title: { en: Own }
source: ours
sections:
  - label: A
    title: { en: Method }
    questions:
      - label: '1'
        text: { en: How }
`;

/** A corpus.yaml beside a.txt, b.txt, own.yaml, and one outside of the folder. */
function described(...lines: readonly string[]): ReturnType<typeof describedInputs> {
  const folder = join(emptyFolder(), 'corpus');
  mkdirSync(folder);
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), name);
  for (const name of ['own.yaml', '../outside.yaml']) writeFileSync(join(folder, name), OWN);
  symlinkSync(join(folder, '..', 'outside.yaml'), join(folder, 'link.yaml'));
  writeFileSync(join(folder, 'bad.yaml'), OWN.replace('questions:', 'question:'));
  return describedInputs(join(folder, 'corpus.yaml'), `${lines.join('\n')}\n`);
}

const A = ['documents:', '  - file: a.txt'];
const B = ['  - file: b.txt'];

describe('values for all documents', () => {
  it('are taken where a document does not have its own', () => {
    const { inputs, issues } = described(
      'region: North',
      'round: first',
      'licence: MIT',
      'note: ours',
      'questionnaire: arab-region-2020',
      ...A,
      ...B,
      '    region: South',
      '    round: 2',
      '    questionnaire: none',
    );
    expect(issues).toEqual([]);
    expect(inputs.map(({ metadata }) => metadata)).toEqual([
      { region: 'North', round: 'first', licence: 'MIT', questionnaire: 'arab-region-2020' },
      { region: 'South', round: '2', licence: 'MIT' },
    ]);
    expect(inputs.map(({ questionnaire }) => questionnaire?.id)).toEqual([
      'arab-region-2020',
      undefined,
    ]);
  });

  it.each([
    ['regoin: North', 'GCM114', "unknown field 'regoin'", "Did you mean 'region'?"],
    ['country: MAR', 'GCM114', "unknown field 'country'", 'Allowed: documents, region'],
    ['region: [North]', 'GCM114', `'region' is ["North"]`, 'Expected a text'],
    ['questionnaire: arab-2020', 'GCM141', "no questionnaire 'arab-2020'", 'arab-region-2020'],
  ])('are checked: %s', (line, id, message, hint) => {
    const { inputs, issues } = described('note: x', line, ...A);
    expect(inputs).toHaveLength(1);
    expect(inputs[0]!.metadata).toEqual({});
    expect(issues).toMatchObject([{ id, severity: 'error', place: '2:1' }]);
    expect(issues[0]!.message).toContain(message);
    expect(issues[0]!.hint).toContain(hint);
  });
});

describe('ids', () => {
  it('are carried by versions and translations', () => {
    const { inputs } = described(...A, '    versionOf: b', '    translationOf: c', ...B);
    expect(inputs[0]!.metadata).toEqual({ versionOf: 'b', translationOf: 'c' });
  });

  it('are given to one document each', () => {
    const { inputs } = described(...A, '    id: x', ...B, '    id: x');
    expect(inputs[0]!.issues).toEqual([]);
    expect(inputs[1]!.issues).toMatchObject([{ id: 'GCM143', severity: 'error', place: '4:5' }]);
  });
});

describe('questionnaires of documents', () => {
  it('may be files of the folder', () => {
    const { inputs, issues } = described(...A, '    questionnaire: ./own.yaml');
    expect(issues).toEqual([]);
    expect(inputs[0]).toMatchObject({ metadata: { questionnaire: 'own' }, issues: [] });
    expect(inputs[0]!.questionnaire?.questions.map(({ key }) => key)).toEqual(['A.1']);
  });

  it.each([
    ['none.yaml', 'there is no questionnaire'],
    ['../outside.yaml', 'outside of the corpus folder'],
    ['link.yaml', 'outside of the corpus folder'],
    ['/etc/passwd.yaml', 'outside of the corpus folder'],
    ['own', "there is no questionnaire 'own'"],
    ['arab-region-2021', "there is no questionnaire 'arab-region-2021'"],
  ])('cannot be %s', (name, message) => {
    const { inputs } = described(...A, `    questionnaire: ${name}`);
    expect(inputs[0]!.metadata).toEqual({});
    expect(inputs[0]!.issues).toMatchObject([{ id: 'GCM141', severity: 'error', place: '2:5' }]);
    expect(inputs[0]!.issues[0]!.message).toContain(message);
  });

  it('with errors are reported once, at their own place', () => {
    const use = '    questionnaire: bad.yaml';
    const { inputs, issues } = described(...A, use, ...B, use);
    expect(inputs.map(({ questionnaire }) => questionnaire)).toEqual([undefined, undefined]);
    expect(new Set(issues.map(({ id }) => id))).toEqual(new Set(['GCM142']));
    const [unknown] = issues.filter(({ message }) => message.includes("'question'"));
    expect(unknown).toMatchObject({ place: '7:5' });
    expect(unknown!.document).toMatch(/bad\.yaml$/u);
    expect(unknown!.message).toContain('question:\n');
  });
});
