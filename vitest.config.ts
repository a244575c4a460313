import { defineConfig } from 'vitest/config';

const slow = ['test/e2e/**', 'test/cards/**/*.browser.test.ts', 'test/demo/**', 'test/crash/**'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: slow } },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 60_000 } },
      { extends: true, test: { name: 'crash', include: ['test/crash/**/*.test.ts'], testTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/cards/**/*.browser.test.ts', 'test/demo/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
