/**
 * Pairs of statements of our own writing. `reused`: one was made from the other, with words
 * changed, added, left out or moved, as reviews do between rounds and neighbours. `apart`: the
 * same subject in words of its own.
 */
type Pair = readonly [string, string];

export const REUSED: readonly Pair[] = [
  [
    'The government adopted a national strategy on migration and asylum in 2014, with seven sector programmes.',
    'In 2014 the government adopted a national strategy on migration and asylum, which has eleven sector programmes.',
  ],
  [
    'A hotline for migrant workers was opened and answers in six languages around the clock.',
    'A hotline for migrant workers was opened by the ministry and answers in nine languages around the clock.',
  ],
  [
    'Some 4,200 victims of trafficking were identified and referred to shelters during the reporting period.',
    'Some 5,100 victims of trafficking were identified and referred to shelters in the period under review.',
  ],
  [
    'Border guards were trained in human rights and in identifying people in situations of vulnerability.',
    'Border guards and customs officers were trained in human rights and in identifying persons in vulnerable situations.',
  ],
  [
    'Children of migrants have access to public schools regardless of their migration status.',
    'Children of migrants have access to public schools, regardless of the status of their parents.',
  ],
  [
    'The cost of sending remittances fell to five per cent thanks to new licences for payment services.',
    'Thanks to new licences for payment services, the cost of sending remittances fell to four per cent.',
  ],
  [
    'La loi relative à la lutte contre la traite des personnes a été promulguée et une commission nationale a été créée.',
    'La loi relative à la lutte contre la traite des personnes a été promulguée en 2016 et une commission nationale créée.',
  ],
  [
    'Deux opérations de régularisation ont permis à 50 000 personnes d’obtenir un titre de séjour.',
    'Deux opérations exceptionnelles de régularisation ont permis à plus de 52 000 personnes d’obtenir un titre de séjour.',
  ],
  [
    'Les enfants migrants sont admis dans les écoles publiques quel que soit le statut de leurs parents.',
    'Les enfants migrants sont admis dans les écoles publiques et privées, quel que soit le statut de leurs parents.',
  ],
  [
    'Un observatoire national de la migration recueille et publie chaque année des données ventilées par sexe et par âge.',
    'Un observatoire national de la migration recueille, analyse et publie des données ventilées par sexe, âge et nationalité.',
  ],
  [
    'El Ministerio de Trabajo firmó acuerdos bilaterales de contratación equitativa con cuatro países de la región.',
    'El Ministerio de Trabajo firmó acuerdos bilaterales de contratación equitativa con seis países de la región y uno de Europa.',
  ],
  [
    'Se crearon ventanillas únicas en doce municipios para orientar a las personas migrantes en sus trámites.',
    'Se crearon ventanillas únicas en veinte municipios para orientar a las personas migrantes y refugiadas en sus trámites.',
  ],
  [
    'Los consulados atendieron a 18 000 connacionales y repatriaron a 640 personas en situación de vulnerabilidad.',
    'Los consulados atendieron a 21 000 connacionales y repatriaron a 700 personas en situación de vulnerabilidad en 2023.',
  ],
  [
    'اعتمدت الحكومة قانونا لمكافحة الاتجار بالأشخاص وأنشأت لجنة وطنية لتنسيق الجهود.',
    'اعتمدت الحكومة قانونا جديدا لمكافحة الاتجار بالأشخاص، وأنشأت لجنة وطنية عليا لتنسيق الجهود.',
  ],
  [
    'يحصل العمال المهاجرون على الرعاية الصحية الأولية مجانا في جميع المراكز الحكومية.',
    'يحصل العمال المهاجرون وأسرهم على الرعاية الصحية الأولية مجانا في المراكز الحكومية جميعها.',
  ],
  [
    'أطلقت الوزارة منصة إلكترونية لتسجيل عقود العمل وحماية الأجور.',
    'أطلقت وزارة العمل منصة إلكترونية لتسجيل عقود العمل وحماية أجور العمال.',
  ],
];

export const APART: readonly Pair[] = [
  [
    'The government adopted a national strategy on migration and asylum in 2014, with seven sector programmes.',
    'A new policy on asylum is being drafted and should be put before parliament next year.',
  ],
  [
    'A hotline for migrant workers was opened and answers in six languages around the clock.',
    'Migrant workers can bring complaints to labour inspectors without fear of being reported.',
  ],
  [
    'Some 4,200 victims of trafficking were identified and referred to shelters during the reporting period.',
    'Victims of trafficking may stay in the country for three months while they decide whether to testify.',
  ],
  [
    'Border guards were trained in human rights and in identifying people in situations of vulnerability.',
    'New border posts were equipped with biometric readers and joined to one database.',
  ],
  [
    'Children of migrants have access to public schools regardless of their migration status.',
    'Language classes help the children of migrants to catch up before they join a class of their age.',
  ],
  [
    'The cost of sending remittances fell to five per cent thanks to new licences for payment services.',
    'Families who receive remittances are offered courses in saving and small business.',
  ],
  [
    'La loi relative à la lutte contre la traite des personnes a été promulguée et une commission nationale a été créée.',
    'Des magistrats et des policiers ont été formés à la poursuite des auteurs de traite des personnes.',
  ],
  [
    'Deux opérations de régularisation ont permis à 50 000 personnes d’obtenir un titre de séjour.',
    'Le titre de séjour est désormais valable trois ans et ouvre droit au travail.',
  ],
  [
    'Les enfants migrants sont admis dans les écoles publiques quel que soit le statut de leurs parents.',
    'Des classes passerelles préparent les enfants arrivés en cours d’année à rejoindre l’école publique.',
  ],
  [
    'Un observatoire national de la migration recueille et publie chaque année des données ventilées par sexe et par âge.',
    'Le recensement de la population comporte pour la première fois des questions sur la migration.',
  ],
  [
    'El Ministerio de Trabajo firmó acuerdos bilaterales de contratación equitativa con cuatro países de la región.',
    'Los inspectores del Ministerio de Trabajo visitan las fincas donde trabajan personas migrantes.',
  ],
  [
    'Se crearon ventanillas únicas en doce municipios para orientar a las personas migrantes en sus trámites.',
    'Los municipios con más personas migrantes reciben fondos adicionales para agua y vivienda.',
  ],
  [
    'Los consulados atendieron a 18 000 connacionales y repatriaron a 640 personas en situación de vulnerabilidad.',
    'Una nueva aplicación permite pedir citas en los consulados y renovar el pasaporte desde el extranjero.',
  ],
  [
    'اعتمدت الحكومة قانونا لمكافحة الاتجار بالأشخاص وأنشأت لجنة وطنية لتنسيق الجهود.',
    'نظمت اللجنة الوطنية دورات تدريبية للقضاة بشأن جرائم الاتجار بالأشخاص.',
  ],
  [
    'يحصل العمال المهاجرون على الرعاية الصحية الأولية مجانا في جميع المراكز الحكومية.',
    'فُتحت عيادات متنقلة قرب المزارع لتقديم الرعاية الصحية للعمال الموسميين.',
  ],
  [
    'أطلقت الوزارة منصة إلكترونية لتسجيل عقود العمل وحماية الأجور.',
    'يتحقق مفتشو العمل من دفع الأجور في مواعيدها ويغرّمون المخالفين.',
  ],
];
