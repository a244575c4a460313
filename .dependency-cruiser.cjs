/** Import boundaries. ARCHITECTURE.md draws them; this file enforces them (`npm run boundaries`). */
// yaml turns text into values and touches no file: front matter and school.yaml are parsed in the domain with their line numbers.
const pureLibraries =
  '^node_modules/(zod|canonicalize|stemmer|fastest-levenshtein|luxon|yaml|@types/luxon|@types/node)/';
// What keys and backups need of Node: files and hashes, no network and no process.
const nodeFiles = '^(node:)?(crypto|fs/promises|os|path|timers/promises)$';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment: 'src/domain knows no Teams, no files, no clock, no environment: only itself and pure libraries.',
      severity: 'error',
      from: { path: '^src/domain' },
      to: { pathNot: ['^src/domain', pureLibraries, '^(node:)?crypto$'] },
    },
    {
      name: 'botbuilder-only-in-teams',
      comment: 'The unsupported SDKs stay in one folder, so that a later move rewrites that folder and nothing else.',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/teams' },
      to: { path: '^node_modules/(botbuilder|botframework|@microsoft/teams-ai|openai)' },
    },
    {
      name: 'restify-only-in-http',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/http' },
      to: { path: '^node_modules/(@types/)?restify' },
    },
    {
      name: 'databases-only-in-storage',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/storage' },
      to: { path: '^node_modules/(lowdb|pg|@types/pg)(/|$)' },
    },
    {
      name: 'cards-see-domain-only',
      severity: 'error',
      from: { path: '^src/cards' },
      to: { path: '^src', pathNot: ['^src/cards', '^src/domain', '^src/project-root'] },
    },
    {
      name: 'pdfkit-only-in-sheets',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/sheets' },
      to: { path: '^node_modules/(@types/)?pdfkit' },
    },
    {
      name: 'sheets-see-cards-and-domain',
      comment: 'A sheet says what a card says, in the same words.',
      severity: 'error',
      from: { path: '^src/sheets' },
      to: { path: '^src', pathNot: ['^src/sheets', '^src/cards', '^src/domain', '^src/project-root'] },
    },
    {
      name: 'documents-see-domain-only',
      severity: 'error',
      from: { path: '^src/documents' },
      to: { path: '^src', pathNot: ['^src/documents', '^src/domain', '^src/project-root'] },
    },
    {
      name: 'storage-sees-domain-only',
      severity: 'error',
      from: { path: '^src/storage' },
      to: { path: '^src', pathNot: ['^src/storage', '^src/domain', '^src/project-root'] },
    },
    {
      name: 'each-store-of-its-own',
      comment: 'What both stores need lies above their folders; neither knows the other, or what opens them.',
      severity: 'error',
      from: { path: '^src/storage/(lowdb|postgres)/' },
      to: {
        path: '^src/storage/',
        pathNot: [
          '^src/storage/$1/',
          '^src/storage/(act-names|packed-versions|store-content|store-error|stored-rows|stores)',
        ],
      },
    },
    {
      name: 'keys-see-domain-only',
      severity: 'error',
      from: { path: '^src/keys' },
      to: {
        pathNot: ['^src/keys', '^src/domain', '^node_modules/(jose|zod|@types/node)/', nodeFiles, '^(node:)?zlib$'],
      },
    },
    {
      name: 'teams-sees-cards-and-domain',
      severity: 'error',
      from: { path: '^src/teams' },
      to: { path: '^src', pathNot: ['^src/teams', '^src/cards', '^src/domain', '^src/log'] },
    },
    {
      name: 'http-sees-the-bot-as-a-function',
      severity: 'error',
      from: { path: '^src/http' },
      to: { path: '^src', pathNot: ['^src/http', '^src/domain', '^src/log'] },
    },
    {
      name: 'backup-sees-storage-and-domain',
      severity: 'error',
      from: { path: '^src/backup' },
      to: { pathNot: ['^src/backup', '^src/storage', '^src/domain', '^node_modules/(zod|@types/node)/', nodeFiles] },
    },
    {
      name: 'jobs-see-domain-only',
      severity: 'error',
      from: { path: '^src/jobs' },
      to: { path: '^src', pathNot: ['^src/jobs', '^src/domain', '^src/log'] },
    },
    {
      name: 'only-main-and-tools-see-app',
      severity: 'error',
      from: { path: '^src', pathNot: ['^src/main', '^src/tools'] },
      to: { path: '^src/(app|main|tools)' },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^src', pathNot: ['^src/tools/demo'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src', pathNot: ['staffroom\\.mjs$', '\\.d\\.ts$', '^src/main', 'preload'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
