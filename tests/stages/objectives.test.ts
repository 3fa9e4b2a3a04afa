/** Headings whose number and title disagree (GCM203). */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/types.js';
import { segment } from '../../src/stages/segment.js';
import { readOne } from '../support/read.js';

const TITLES = [
  { objective: 7, title: 'Address and reduce vulnerabilities in migration' },
  { objective: 9, title: 'Strengthen the transnational response to smuggling of migrants' },
  { objective: 10, title: 'Prevent, combat and eradicate trafficking in persons' },
  { objective: 10, title: 'منع الاتجار بالأشخاص ومكافحته والقضاء عليه' },
  { objective: 9, title: 'تعزيز التصدي العابر للحدود الوطنية لتهريب المهاجرين' },
  { objective: 10, title: 'Prevenir, combatir y erradicar la trata de personas' },
  { objective: 20, title: 'Promover transferencias de remesas más rápidas, seguras y económicas' },
];

async function headed(heading: string) {
  const { document } = await readOne(`${heading}\n\nThe words under it are short.\n`, 'a.txt');
  const { statements, issues } = segment(document as Document, { titles: TITLES });
  return {
    objectives: statements.map((one) => one.objectives),
    texts: statements.map(({ text }) => text),
    issues: issues.map(({ id }) => id),
    message: issues[0]?.message ?? '',
  };
}

describe('GCM203', async () => {
  it.each([
    ['Objective 9: Prevent, combat and eradicate trafficking in persons', 9, 10],
    ['Objectif 7 - Strengthen the transnational response to smuggling of migrants', 7, 9],
    ['Objetivo 20. Prevenir, combatir y erradicar la trata de personas', 20, 10],
    ['الهدف 9: منع الاتجار بالأشخاص ومكافحته والقضاء عليه', 9, 10],
    ['الهدف العاشر: تعزيز التصدي العابر للحدود الوطنية لتهريب المهاجرين', 10, 9],
  ])('%s', async (heading, number, title) => {
    const found = await headed(heading);
    expect(found.issues).toEqual(['GCM203']);
    expect(found.message).toContain(`objective ${number},`);
    expect(found.message).toContain(`objective ${title}:`);
    // The title says more than a figure: it is what the statements are filed under.
    expect(found.objectives).toEqual([[title]]);
    expect(found.texts).toEqual(['The words under it are short.']);
  });

  it.each([
    ['Objective 10: Prevent, combat and eradicate trafficking in persons', [10]],
    ['Objective 10: Trafficking', [10]],
    ['Objective 3: A title that nobody knows', [3]],
    ['Objective 9', [9]],
    ['Objectives 9 and 10: Trafficking in persons', [9, 10]],
    ['Objectives 7-10', [7, 8, 9, 10]],
    ['Objetivos 9 y 10', [9, 10]],
    ['الهدف 10: منع الاتجار بالأشخاص', [10]],
  ])('agrees or cannot be told: %s', async (heading, numbers) => {
    const found = await headed(heading);
    expect(found.issues).toEqual([]);
    expect(found.objectives).toEqual([numbers]);
  });

  it.each(['Objective 24: No such objective', 'Objective 0'])(
    'no objective: %s',
    async (heading) => {
      expect((await headed(heading)).objectives.flat()).toEqual([]);
    },
  );
});
