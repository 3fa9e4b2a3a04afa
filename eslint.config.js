/** Lint rules: types, size limits, and what each folder may import. */
import tseslint from 'typescript-eslint';

const NODE = '^node:';
const PACKAGE = '^(?!\\.|node:)';

/** What files of a folder may not import: [regex, why]. Tested by tests/boundaries.test.ts. */
export const BOUNDARIES = {
  'src/model/**/*.ts': [['^(?!\\./)', 'model imports nothing but itself']],
  'src/measures/**/*.ts': [
    [PACKAGE, 'measures use no third-party code'],
    [NODE, 'measures are pure'],
    ['^\\.\\./(?!model/)', 'measures import model alone'],
  ],
  'src/stages/**/*.ts': [
    [PACKAGE, 'stages use no third-party code'],
    [NODE, 'stages are pure'],
    [
      '^(?:\\.\\./)+(?:readers/|report/|adapters/|cli/|measures/|(?:index|pipeline|run)\\.js$)',
      'stages import model and taxonomy',
    ],
  ],
  'src/training/**/*.ts': [
    [PACKAGE, 'training uses no third-party code'],
    [NODE, 'training is pure'],
    [
      '^(?:\\.\\./)+(?:readers/|report/|adapters/|cli/|(?:index|pipeline|run)\\.js$)',
      'training imports model, measures, stages and taxonomy',
    ],
  ],
  'src/taxonomy/**/*.ts': [
    ['^(?!\\.|node:crypto$|ajv$|yaml$)', 'taxonomy uses its YAML and schema libraries'],
    ['^\\.\\./(?!model/)', 'taxonomy imports model alone'],
  ],
  'src/readers/*.ts': [
    ['^node:fs', 'readers are given bytes'],
    [
      '^(?:\\.\\./)+(?:stages/|taxonomy/|measures/|training/|report/|adapters/|api/|cli/|(?:index|pipeline|run|train|evaluation|explore)\\.js$)',
      'readers import model alone',
    ],
  ],
  'src/readers/*/*.ts': [
    ['^node:fs', 'readers are given bytes'],
    ['^\\.\\./\\.\\./(?!model/)', 'readers import model alone'],
  ],
  'src/report/**/*.ts': [
    ['^node:(?!crypto$|module$)', 'reports are pure'],
    [
      '^(?:\\.\\./)+(?:readers/|stages/|adapters/|cli/|taxonomy/|(?:index|pipeline|run)\\.js$)',
      'reports import model and measures',
    ],
  ],
  'src/page/**/*.{ts,tsx}': [
    ['^(?!\\.|preact(?:/hooks)?$)', 'the page uses preact alone'],
    [
      '^(?:\\.\\./)+(?!\\.\\./|model/|measures/|report/(?:labels|place-text|run-result|html/(?:payload|signs|strings))\\.js$|[a-z-]+\\.js$|strings/|views/)',
      'the page imports model, measures and the words of reports',
    ],
  ],
  'src/adapters/**/*.ts': [
    [
      '^\\.\\./(?:cli/|(?:index|pipeline|run)\\.js$)',
      'adapters know neither commands nor the pipeline',
    ],
  ],
  'src/coding/**/*.ts': [
    ['^\\.\\./(?:api/|cli/|(?:index|run)\\.js$)', 'coding knows neither commands nor runs'],
  ],
  'src/api/**/*.ts': [['^\\.\\./cli/', 'the public API knows no commands']],
  'src/pipeline.ts': [
    [PACKAGE, 'the pipeline uses no third-party code'],
    ['^\\./(?!model/|stages/|measures/)', 'the pipeline imports model, stages and measures'],
  ],
  'src/cli/**/*.ts': [
    ['^\\.\\./(?!index\\.js$|model/|adapters/taxonomy\\.js$)', 'commands import the public API'],
  ],
};

const boundaries = Object.entries(BOUNDARIES).map(([files, rules]) => ({
  files: [files],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: rules.map(([regex, message]) => ({ regex, message })) },
    ],
  },
}));

const OUTSIDE = ['console', 'process', 'performance', 'setTimeout', 'setInterval', 'fetch'].map(
  (name) => ({
    name,
    message: 'No console, clock, environment or network outside of cli.',
  }),
);

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'reports/', 'corpora/'] },
  ...tseslint.configs.strict,
  {
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/page/**'],
    rules: {
      'no-restricted-globals': ['error', ...OUTSIDE],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Results are deterministic.' },
        { object: 'Date', property: 'now', message: 'The clock is read once, in cli.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date']",
          message: 'The clock is read once, in cli.',
        },
        {
          selector: "CallExpression[callee.property.name='localeCompare']",
          message: 'Sort with compareText.',
        },
      ],
    },
  },
  { files: ['src/cli/**', 'bin/**', 'tests/**', '*.js'], rules: { 'no-console': 'off' } },
  { files: ['tests/**'], rules: { 'max-lines-per-function': 'off' } },
  ...boundaries,
);
