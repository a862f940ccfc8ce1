// The worker's entry is plain JavaScript: it teaches its thread TypeScript, then hands over. So it starts alike under node, tsx and vitest.
import { register } from 'tsx/esm/api';

register();
await import('./reading-task.ts');
