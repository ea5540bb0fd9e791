/**
 * The direction of the house: core ← platform ← access ← features ← entry.
 * ARCHITECTURE.md says why; `npm run boundaries` fails when a line crosses a wall.
 */
const featureOrder = {
  // feature → the features it may import (through their front door only)
  rules: [],
  bodies: ['rules'],
  interests: ['rules', 'bodies'],
  meetings: ['rules', 'bodies', 'interests'],
  minutes: ['rules', 'bodies', 'interests', 'meetings'],
  scrutiny: ['rules', 'bodies', 'interests', 'meetings', 'minutes'],
  measures: ['rules', 'bodies', 'interests', 'meetings', 'minutes', 'scrutiny'],
  'open-data': ['rules', 'bodies', 'interests', 'meetings', 'minutes', 'scrutiny', 'measures'],
}
const features = Object.keys(featureOrder)

const oneFeature = (feature) => ({
  name: `features/${feature}-imports-only-what-stands-before-it`,
  comment: `${feature} may import: ${featureOrder[feature].join(', ') || 'no other feature'}`,
  severity: 'error',
  from: { path: `^src/features/${feature}/` },
  to: { path: '^src/features/', pathNot: `^src/features/(${[feature, ...featureOrder[feature]].join('|')})/` },
})

export default {
  forbidden: [
    { name: 'no-rings', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      comment: 'mdast and hast are types only; the browser script imports by its served address',
      severity: 'error',
      from: { pathNot: '^src/platform/pages/assets/' },
      to: { couldNotResolve: true, pathNot: '^(mdast|hast)$' },
    },
    { name: 'core-imports-only-core', severity: 'error', from: { path: '^src/core/', pathNot: '\\.test\\.ts$' }, to: { path: '^(src/(?!core/)|node:)', dependencyTypesNot: ['npm'] } },
    { name: 'core-does-no-input-or-output', severity: 'error', from: { path: '^src/core/', pathNot: '\\.test\\.ts$' }, to: { dependencyTypes: ['core'] } },
    { name: 'platform-knows-no-council-word', severity: 'error', from: { path: '^src/platform/' }, to: { path: '^src/(access|features|entry)/' } },
    { name: 'access-stands-below-features', severity: 'error', from: { path: '^src/access/' }, to: { path: '^src/(features|entry)/' } },
    { name: 'features-do-not-know-the-doors', severity: 'error', from: { path: '^src/features/' }, to: { path: '^src/entry/' } },
    {
      name: 'a-feature-is-entered-by-its-front-door',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/(index|testing)\\.ts$'] },
    },
    {
      name: 'doors-enter-features-by-the-front-door',
      severity: 'error',
      from: { path: '^(src/entry|tests|bench)/' },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/(index|testing)\\.ts$' },
    },
    {
      name: 'child-level-features-are-imported-by-no-feature',
      severity: 'error',
      from: { path: '^src/features/', pathNot: '^src/features/(pathways|families|exchange)/' },
      to: { path: '^src/features/(pathways|families|exchange)/' },
    },
    {
      name: 'public-site-cannot-reach-child-level-features',
      severity: 'error',
      from: { path: '^src/entry/web/public-site/' },
      to: { path: '^src/features/(pathways|families|exchange)/', reachable: true },
    },
    {
      name: 'public-site-is-handed-its-pages',
      severity: 'error',
      from: { path: '^src/entry/web/public-site/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/features/' },
    },
    { name: 'tests-stay-out-of-the-product', severity: 'error', from: { path: '^src/', pathNot: '(\\.test|/testing)\\.ts$|/testing/' }, to: { path: '(\\.test|/testing)\\.ts$|/testing/' } },
    { name: 'no-development-package-in-the-product', severity: 'error', from: { path: '^src/', pathNot: '(\\.test|/testing)\\.ts$|^src/[^/]+/testing/|^src/platform/[^/]+/testing/' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] } },
    ...features.map(oneFeature),
    {
      name: 'every-feature-has-its-place-in-the-order',
      comment: 'A new feature is added to featureOrder at the top of this file before it may exist.',
      severity: 'error',
      from: { path: '^src/entry/' },
      to: { path: '^src/features/', pathNot: `^src/features/(${features.join('|')})/` },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.mjs', '.js', '.json'] },
  },
}
