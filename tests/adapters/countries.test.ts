/** Countries by their names, in the names of files and at the head of a text. */
import { describe, expect, it } from 'vitest';
import { countryInName, countryInText } from '../../src/adapters/countries.js';
import { nameWords } from '../../src/adapters/guess.js';

describe('countryInText', () => {
  it.each([
    // Official names, once.
    ['MAR', 'Kingdom of Morocco\nVoluntary national review'],
    ['MAR', 'Royaume du Maroc\nExamen national volontaire'],
    ['MAR', 'المملكة المغربية\nالاستعراض الوطني الطوعي'],
    ['MAR', 'REINO DE MARRUECOS. Examen nacional'],
    ['MRT', 'République islamique de Mauritanie – Honneur, Fraternité, Justice'],
    ['MRT', 'الجمهورية الإسلامية الموريتانية'],
    ['BOL', 'Estado Plurinacional de Bolivia'],
    ['BOL', "État plurinational de Bolivie : rapport d'étape"],
    ['VEN', 'República Bolivariana de Venezuela'],
    ['TUN', 'الجمهورية التونسية - تقرير حول الهجرة'],
    ['DZA', 'République algérienne démocratique et populaire'],
    ['JOR', 'Hashemite Kingdom of Jordan'],
    ['JOR', 'المملكة الأردنية الهاشمية'],
    ['SAU', 'المملكة العربية السعودية'],
    ['EGY', 'جمهورية مصر العربية'],
    ['KWT', 'تقرير دولة الكويت'],
    ['OMN', 'سلطنة عُمان'],
    ['ARG', 'República Argentina'],
    ['LKA', 'Democratic Socialist Republic of Sri Lanka'],
    ['TZA', 'United Republic of Tanzania'],
    ['MUS', 'République de Maurice'],
    [
      'GBR',
      'United Kingdom of Great Britain and Northern Ireland: national report. United Kingdom.',
    ],
    // Names that others hold.
    ['KOR', 'Republic of Korea: national review'],
    ['PRK', "Democratic People's Republic of Korea: national review"],
    ['KOR', 'République de Corée'],
    ['PRK', 'República Popular Democrática de Corea'],
    ['COD', 'République démocratique du Congo'],
    ['COD', 'Democratic Republic of the Congo'],
    ['COG', 'République du Congo'],
    ['COG', 'Republic of the Congo'],
    ['COD', 'جمهورية الكونغو الديمقراطية'],
    ['COG', 'جمهورية الكونغو'],
    ['GIN', 'République de Guinée'],
    ['GNQ', 'République de Guinée équatoriale'],
    ['GNB', 'República da Guiné-Bissau. Guinea-Bissau.'],
    ['PNG', 'Independent State of Papua New Guinea'],
    ['GNQ', 'República de Guinea Ecuatorial'],
    ['NER', 'République du Niger'],
    ['NGA', 'Federal Republic of Nigeria'],
    ['NER', 'جمهورية النيجر'],
    ['NGA', 'République fédérale du Nigéria'],
    ['DMA', 'Commonwealth of Dominica'],
    ['DOM', 'Dominican Republic: report. The Dominican Republic has a law.'],
    ['DOM', 'República Dominicana'],
    ['SDN', 'جمهورية السودان'],
    ['SSD', 'جمهورية جنوب السودان'],
    ['SSD', 'République du Soudan du Sud'],
    ['GEO', 'Georgia adopted a law. Georgia hosts students.'],
    ['SYR', 'Syria and its neighbours. Syria has adopted a law.'],
    ['LAO', 'Lao PDR reports. In Lao PDR a law was adopted.'],
    // Peoples.
    ['MAR', 'Le gouvernement marocain a adopté une loi ; la stratégie marocaine la complète.'],
    ['MEX', 'El gobierno mexicano aprobó una ley. Las autoridades mexicanas la aplican.'],
    ['PER', 'El Estado peruano adoptó un plan.'],
    ['KEN', 'Kenyans abroad are counted. The Kenyan law was amended.'],
    ['YEM', 'اعتمدت الحكومة اليمنية قانوناً، وتساعد السفارات المواطنين اليمنيين.'],
    // Clitics of Arabic.
    ['LBN', 'في لبنان قانون جديد، وللبنان شراكات.'],
    ['QAT', 'تعمل قطر على الإصلاح، وبقطر عمالة وافدة.'],
    // The title decides over what is spoken of most.
    ['TCD', 'République du Tchad\nLe Soudan, le Soudan et encore le Soudan.'],
  ])('%s: %s', (country, text) => {
    expect(countryInText(text)).toBe(country);
  });

  it.each([
    ['words that are countries too', 'La réunion du comité. Une réunion a eu lieu.'],
    ['words that are countries too', 'الدعم المالي متاح. قطاع مالي متطور. قطاع مالي.'],
    ['people', 'Maurice parle. Dominique aussi. Maurice et Dominique.'],
    ['seas and lakes', 'In the Gulf of Guinea and around Lake Chad. Gulf of Guinea. Lake Chad.'],
    ['groups of countries', 'دول المغرب العربي. المغرب العربي.'],
    ['the UN country team', 'الفريق القطري للأمم المتحدة. الفريق القطري.'],
    ['languages', 'English version. French version. English and French.'],
    ['invented countries', 'Republic of Tarimane. Tarimane reports.'],
    ['two official names in the title', 'Kingdom of Morocco and Kingdom of Spain'],
  ])('is silent of %s: %s', (_, text) => {
    expect(countryInText(text)).toBeUndefined();
  });

  it('takes time in proportion to the text, whatever it holds', () => {
    const before = performance.now();
    countryInText('republic of the '.repeat(100_000));
    countryInText('و'.repeat(500_000));
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

describe('countryInName', () => {
  it.each([
    ['MAR', 'rapport-marocain-2020'],
    ['COD', 'RDC_ENV_2022'],
    ['COD', 'DR Congo review'],
    ['COG', 'congo-brazzaville-2022'],
    ['KOR', 'Republic of Korea - GCM'],
    ['PRK', 'DPRK 2022'],
    ['GNQ', 'guinea-ecuatorial'],
    ['GIN', 'guinee_2020'],
    ['SYR', 'syria.v2'],
    ['ARE', 'UAE-2022'],
    ['GBR', 'uk_2022'],
    ['TUR', 'Türkiye (2022)'],
    ['SDN', 'السودان_٢٠٢٠'],
    ['NER', 'niger'],
    ['NGA', 'nigeria'],
    ['MAR', 'VNR-MAR-2022'],
    [undefined, 'REPORT AND ANNEX'],
    [undefined, 'about-us'],
    [undefined, 'reunion-2020'],
    [undefined, 'tarimane-2021'],
  ])('%s: %s', (country, name) => {
    expect(countryInName(nameWords(name))).toBe(country);
  });
});
