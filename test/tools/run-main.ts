import { main } from '../../src/main.ts';

// The `staffroom` command from its sources as they are now.
await main(process.argv);
