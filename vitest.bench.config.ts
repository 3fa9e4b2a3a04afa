import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/bench/**/*.bench.ts'],
    testTimeout: 1_800_000,
    disableConsoleIntercept: true,
    // The program as it is built: sources that are transformed for tests are slower.
    server: { deps: { external: [/\/dist\//u] } },
  },
});
