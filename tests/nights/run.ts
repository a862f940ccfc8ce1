/**
 * What must hold over many nights: `npm run test:nights` for all of it, `npm run test:nights -- short` for what CI has the time for. A part alone by its
 * name: `npm run test:nights -- ninety-days`.
 */
import { growth } from './growth.ts';
import { killedNights } from './killed-nights.ts';
import { ninetyDays } from './ninety-days.ts';
import { thirtyNights } from './thirty-nights.ts';

const [which] = process.argv.slice(2);
const isShort = which === 'short';
const parts = {
  growth: () => growth(isShort ? 24 : 90, isShort ? 300 : 2000),
  'ninety-days': () => ninetyDays(isShort ? 36 : 90),
  'killed-nights': () => killedNights(12),
  'thirty-nights': () => thirtyNights(isShort ? 3 : 30),
};
let passed = 0;
let failed = 0;
const chosen = Object.entries(parts).filter(([name]) =>
  // `npm run test:kill` kills runs in CI.
  isShort ? name !== 'killed-nights' : which === undefined || which === name,
);
// One after the other: sites that hang are told by the clock, which a busy machine would upset.
const claims = [];
for (const [, part] of chosen) claims.push(await part());
for (const one of claims) {
  passed += one.passed;
  failed += one.failed;
}
console.log(`nights: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
