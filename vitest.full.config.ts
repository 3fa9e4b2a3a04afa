import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/full/**/*.test.ts'], testTimeout: 300_000 },
});
