import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Core layers run anywhere: no editor, no Node, no DOM (tsconfig.core.json takes the global types away as well). */
const CORE = [
  'text',
  'analysis',
  'corpus',
  'crossref',
  'corrections',
  'annotation',
  'sidecar',
  'service',
  'protocol',
];

/**
 * Which layer of src/ may import which others (ARCHITECTURE.md shows the same table). A layer may always import itself.
 */
const LAYERS = {
  text: [],
  analysis: ['text'],
  corpus: ['text', 'analysis'],
  crossref: ['text', 'analysis', 'corpus'],
  corrections: ['text', 'crossref', 'sidecar'],
  annotation: ['text'],
  sidecar: ['text', 'annotation'],
  protocol: ['text', 'analysis', 'crossref', 'annotation'],
  service: ['text', 'analysis', 'corpus', 'crossref', 'corrections', 'annotation', 'sidecar', 'protocol'],
  node: [
    'text',
    'analysis',
    'corpus',
    'crossref',
    'corrections',
    'annotation',
    'sidecar',
    'service',
    'protocol',
  ],
  server: [...CORE, 'node'],
  cli: [...CORE, 'node'],
  client: ['protocol'],
};

const NODE_MODULES =
  '^(node:.*|assert|buffer|child_process|crypto|events|fs|http|https|net|os|path|process|stream|tty|url|util|v8|vm|worker_threads|zlib)(/.*)?$';

function layerRules(layer) {
  const forbidden = Object.keys(LAYERS).filter((l) => l !== layer && !LAYERS[layer].includes(l));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${forbidden.join('|')})(/.*)?$`,
      message: `src/${layer}/ may import only: ${LAYERS[layer].join(', ') || 'nothing'} (see ARCHITECTURE.md).`,
    },
  ];
  if (layer !== 'client')
    patterns.push({ regex: '^vscode$', message: 'Only src/client/ may import vscode.' });
  if (layer !== 'sidecar' && layer !== 'corrections')
    patterns.push({ regex: '^yaml$', message: 'Only src/sidecar/ and src/corrections/ may import yaml.' });
  if (CORE.includes(layer) || layer === 'client') {
    patterns.push({ regex: NODE_MODULES, message: `src/${layer}/ may not use Node modules.` });
  }
  const rules = { 'no-restricted-imports': ['error', { patterns }] };
  return { files: [`src/${layer}/**/*.ts`], rules };
}

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', '.vscode-test/', 'node_modules/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-control-regex': 'off',
      'no-irregular-whitespace': 'off',
      eqeqeq: 'error',
    },
  },
  ...Object.keys(LAYERS).map(layerRules),
  {
    files: ['test/**', 'bench/**'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
